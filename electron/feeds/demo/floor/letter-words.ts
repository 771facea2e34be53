/**
 * What personal replies of the demo town are put together from. All invented.
 *
 * A place in parentheses takes one of its wordings, one in braces what is of this case alone. They stand so close that
 * two replies seldom have five words in a row in common: that is what makes them personal.
 */

export interface LetterWords {
  readonly greetings: readonly string[];
  readonly sentences: readonly string[];
  readonly papers: readonly string[];
  readonly days: readonly string[];
  readonly closings: readonly string[];
}

export const french: LetterWords = {
  greetings: [
    "Bonjour Madame,",
    "Bonjour Monsieur,",
    "Bonjour Madame [masqué],",
    "Bonjour Monsieur [masqué],",
  ],
  sentences: [
    "Dossier {number} (relu|repris|rouvert|retrouvé|contrôlé) {day} : (reçu|arrivé|déposé|enregistré) le {past}, il y (manque|manquait|faut|faudrait) {paper}.",
    "(Venez|Passez|Revenez|Rendez-vous) le {date} à {hour}, (guichet|comptoir|bureau|porte) {days}, (avec|muni de|sans oublier|et prenez) {paper}.",
    "Pour {paper}, (comptez|prévoyez|il faut|la loi donne) {days} jours, (donc|soit|c’est-à-dire|en clair) le {date} (environ|au plus tard|sans doute|si tout va bien).",
    "L’acte {number} du {past} (comporte|contient|porte|garde) une (faute|coquille|erreur|inversion) ; je (corrige|rectifie|réédite|refais) (cela|le tout|la page|la mention) {day}.",
    "Votre (message|courriel|mot|envoi) de {hour} (citait|évoquait|joignait|demandait) {paper} : (oui|non|hélas non|en effet), {paper} (suffit|convient|s’impose|remplace tout).",
    "Je (relance|rappelle|réécris à|questionne) (la préfecture|l’école|le syndic|le notaire|le consulat) {day} ; (sans|faute de) (nouvelles|retour|suite|réponse) à {hour}, (appelez|écrivez|passez|revenez).",
    "(Préférez|Choisissez|Prenez|Visez) {day} vers {hour} : (l’accueil|le hall|la salle|la file) y est (calme|vide|tranquille|courte), {days} personnes (de moins|à peine|tout au plus|en moyenne).",
    "La (commission|réunion|séance|permanence) du {date} (examine|lit|traite|voit) {number} (dossiers|demandes|cas|courriers) ; le vôtre (passe|vient|arrive|suit) à {hour}.",
    "J’(ignore|ai demandé|vérifie|apprendrai) si {paper} (convient|suffit|compte|passe) : (réponse|verdict|retour|certitude) le {date}, (promis|c’est noté|sans faute|au soir).",
    "{paper} du {past} (reste|demeure|sera|est encore) (valable|bon|accepté|utile) {days} jours ; (gardez|conservez|photographiez|copiez) le document (original|entier|scanné|agrafé).",
  ],
  papers: [
    "l’avis d’imposition",
    "la photo récente",
    "l’acte de mariage",
    "le livret de famille",
    "la facture d’eau",
    "le plan de situation",
    "l’attestation scolaire",
    "le jugement traduit",
    "l’ancienne carte",
    "le bail signé",
  ],
  days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  closings: ["Bien à vous", "Bonne journée à vous deux", "À mardi, donc", "Bon courage", "Bien cordialement"],
};

export const english: LetterWords = {
  greetings: ["Dear Ms [masqué],", "Dear Mr [masqué],", "Good morning,"],
  sentences: [
    "File {number}, (read|checked|found|reopened) {day}: (since|as of|from|after) {past} it (lacks|needs|wants|misses) {paper}.",
    "(Come|Call in|Drop by|See us) on {date} at {hour}, (counter|desk|window|room) {days}, (with|bringing|and bring|holding) {paper}.",
    "For {paper} (allow|expect|reckon|plan) {days} days, (so|thus|that is|hence) {date} (or so|at the latest|I hope|all being well).",
    "Your (e-mail|note|message|letter) of {hour} (named|mentioned|enclosed|forgot) {paper}; (yes|no|sadly not|indeed), {paper} (will do|is enough|counts|is fine).",
    "Whether {paper} (counts|suffices|is valid|passes) I (ask|check|shall learn|do not know): (answer|reply|word|news) by {date}, {hour}.",
  ],
  papers: ["the tax notice", "a recent photo", "the marriage record", "the water bill", "the signed lease"],
  days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  closings: ["Best wishes", "See you on Tuesday", "Have a good trip"],
};
