/** How a screen is put on paper, in either host. */

/** A screen that can be printed says on the page's root when it is complete; resolves then. */
export const waitForScreen = `new Promise((resolve) => {
  const look = () => document.documentElement?.dataset.printable === "yes" ? resolve(true) : setTimeout(look, 50);
  look();
})`;

const footer =
  '<div style="width:100%;padding:0 16mm;font:8px sans-serif;color:#64665d;display:flex;justify-content:space-between"><span class="title"></span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>';

/** The page's own style says how large the sheet is. */
export const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: "<span></span>",
  footerTemplate: footer,
} as const;
