/** Where somebody sits: one browser session, or the desktop window. Who is signed in is known per seat. */
export type Seat = string;

/** Where the console itself sits when it prints one of its own screens: nobody signs in there. */
export const consoleSeat: Seat = "console";
