/** Who has entered what the demo brings along: nobody of the house, and every screen that names an author shows it. */
export const demoAuthor = "Démonstration";
