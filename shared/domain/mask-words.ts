/** Words that tell a name from what is none, in French and English; all in lower case and without accents. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * Given names that are common in France and Britain. They catch a name that nothing announces; a rare one is caught
 * by its greeting, its title, its signature or its family name.
 */
export const givenNames = words(`
  abdel abdou adam adele adrien agathe agnes ahmed aicha alain albert alex alexandra alexandre alexis ali alice aline
  alison amandine amelie amina amine anais andre andrea andrew angela angelique anita ann anna anne annie anthony
  antoine arnaud arthur audrey aurelie aurelien axel aya baptiste barbara bastien beatrice benedicte benjamin benoit
  bernadette bernard bertrand brian brigitte bruno camille carla carole caroline catherine cathy cecile cedric celia
  celine chantal charles charlotte chloe christel christelle christian christiane christine christophe christopher
  claude claudine clara clement clementine colette coralie corinne cyril damien daniel daniele david deborah delphine
  denis denise diane didier dominique dylan edith edouard elena elisabeth elise eliane elizabeth elodie eloise emilie
  emily emma emmanuel emmanuelle enzo eric estelle esther ethan etienne eva evelyne fabien fabienne fabrice fanny
  fatima fatou fatoumata florence florent florian francis franck francois francoise frank frederic frederique gabriel
  gabrielle gael gaelle genevieve george georges georgette gerald gerard ghislaine gilbert gilles ginette gregory
  guillaume guy gwenaelle hamza hannah harry helen helene henri herve hugo ibrahim ines irene isabelle ismael jack
  jacqueline jacques james jamila jane jasmine jason jean jeanne jeannine jennifer jeremy jerome jessica joan joelle
  john jonathan jordan joseph josette josiane judith julia julie julien juliette justine karim karine kamel karen
  kate katia kelly kenza kevin khadija laetitia lara laura laure laurence laurent lea leila leo leon leonie lilou lina
  linda lionel lisa loic lola louane louis louise luc lucas lucie lucien lucienne ludovic lydia lydie madeleine mael
  magali maelys malika manon marc marcel marcelle margaret margaux margot maria mariam marie marine marion marjorie
  martial martine maryse mateo mathieu mathilde mathis matthew matthieu maud maurice maxime megan mehdi melanie
  melissa michael michel michele micheline mireille mohamed mohammed monica monique morgane moussa mustapha myriam
  nabil nadege nadia nadine nathalie nathan nicolas nicole nina noah noe noelle noemie nora norbert odette odile
  olivia olivier oceane omar ophelie oumar oussama pascal pascale patrice patricia patrick paul paula paulette pauline
  peter philippe quentin rachel rachid raphael raymond rebecca regine regis remi renaud rene renee richard robert
  robin roger roland romain romane rosalie roxane sabine sabrina said salome samia samir samira samuel sandra sandrine
  sarah sebastien serge severine simone sofia solange sonia sophie stella stephane stephanie steven susan suzanne
  sylvain sylvie tatiana thea theo theodore theresa therese thibault thierry thomas tiphaine tom valentin valerie
  vanessa veronique victor vincent virginie viviane wendy william xavier yacine yann yannick yasmine yohan youssef
  yvan yves yvette yvonne zakaria zineb zoe
`);

/** Given names that are ordinary words too: only a name where they stand inside a sentence, or before another name. */
export const ambiguousNames = words(`
  aimee blanche claire constant constance desire felix fleur florian grace guy ines iris jade jean juste lila
  marguerite marin mark martin max may modeste olive pierre prudence rose ruby sage severe simon solene victoire
  violette virgile will
`);

/** What stands with a capital beside a name or a title, and is none. */
export const noNames = words(`
  accueil acte again agence agglomeration allocations allo alsace amicalement april archives association assurance aujourdhui
  avril bac banque beaucoup bien board bonjour bonne bretagne bureau caf caisse carte cartes cat ce centre certificat cette
  cher chere city civic civil cni cnil commune communaute comment conseil copie cordialement council county credit
  crous de dear december decembre departement departementale departemental department des dimanche direction directrice
  directeur district dossier droit du ecole edf elu email emploi en environnement equipe espace et etat etes europe
  europeen europeenne facture february fevrier finances france franceconnect french friday general gendarmerie
  gouvernement grand guichet hall hello hi hospital hotel house il impots infiniment insee internet interieur intercommunalite
  january janvier je jeudi july juillet juin june jury kind la le les lettre library licence livret london lundi ma
  madam madame mademoiselle mai maire mairie maison march mardi mars mayor mediatheque merci mercredi mes mesdames
  messieurs metro metropole mlle mme mon monday monsieur monsieurs mr mrs ms municipal much municipale national
  nationale ni notre nos nous november novembre november objet october octobre office on ou oui our paris parking
  passeport passeports passport permis place please pole police police-secours population poste prefecture presidence
  president prefet proces public publique publiques rdv recours regards region regionale registry republique
  responsable rue saint sainte salle samedi saturday sante scolaire securite septembre september service services
  sir sncf so sociale social societe sous-prefecture states street sunday sur team telephone thank thanks the they this
  thursday titre town travail tres tribunal tuesday un une union united universite urgent urgence urssaf va vie ville
  votre vos vous we wednesday welcome yes you your yours
`);

/** What may follow a greeting in lower case and is no name. */
export const noGreeted = words(`
  a ah all and au aux c ca ce cela cest comment de des du en encore er et everyone everybody folks from i il ils
  is it j je l la le les ladies gentlemen ma madame mademoiselle mairie mes mesdames messieurs merci mme mlle moi mon
  monsieur mr mrs ms nous on ou oui pour pouvez pourriez quand que qui s service si sir madam suite tant team
  thank thanks the there this to tous toute toutes tout toute un une votre vous we y you your
`);
