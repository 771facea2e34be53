/** Keys of the demo town. They begin with `demo-`, so that they never meet those of a real house. */
export const townHall = "demo-hotel-de-ville";
export const annexe = "demo-mairie-annexe";

export const passports = "demo-passports";
export const civilStatus = "demo-civil-status";
export const planning = "demo-planning";
export const family = "demo-family";
export const switchboard = "demo-switchboard";
export const elections = "demo-elections";
export const mail = "demo-mail";
