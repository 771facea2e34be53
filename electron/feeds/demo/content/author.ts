/** Who has entered what the demo brings along: nobody of the house, and every screen that names an author shows it. */
export const demoAuthor = "Démonstration";
/** Who has answered it, where that has to be somebody else. */
export const demoLead = "Démonstration (chef d’équipe)";
