/** Colours and letters of drawn charts: the tokens of the screens in light, as paper takes them. */
export const palette = {
  ink: "#1c1d1a",
  secondInk: "#55574f",
  thirdInk: "#64665d",
  line: "#e2e2dd",
  strongLine: "#c9c9c2",
  accent: "#2251c8",
  accentSoft: "#e8eefc",
  bar: "#b9bcc6",
  strongBar: "#6f7480",
  bad: "#b3211a",
  warn: "#8a5200",
  warnSoft: "#fdf1dc",
  sunken: "#eeeeeb",
  paper: "#ffffff",
} as const;

/** The family that is sent along; other programs take their own where they don't have it. */
export const fontFamily = "DejaVu Sans Condensed";
export const fontStack = `'${fontFamily}', 'DejaVu Sans', Verdana, sans-serif`;
