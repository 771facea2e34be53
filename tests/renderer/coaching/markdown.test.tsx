import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { plainExcerpt } from "../../../renderer/coaching/excerpt.ts";
import { Markdown } from "../../../renderer/coaching/markdown.tsx";

const render = (text: string): string => renderToStaticMarkup(<Markdown text={text} />);

/** Tags that a note may turn into; none of them leads out, fetches or runs anything. */
const harmlessTags = /^(?:div|p|strong|em|ul|ol|li|blockquote|code|pre|h3|h4|h5|h6|hr|br|span|small)$/;

function expectHarmless(html: string): void {
  for (const [, tag = "", attributes = ""] of html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi)) {
    expect(tag).toMatch(harmlessTags);
    expect(attributes).toMatch(/^(?: class="markdown"| start="\d+")?\/?$/);
  }
}

const hostile = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<svg/onload=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<a href=javascript:alert(1)>x</a>",
  "[x](javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "![x](https://example.org/x.png)",
  "<https://example.org>",
  "[ref]\n\n[ref]: javascript:alert(1)",
  '<style>@import "https://example.org"</style>',
  "<details open ontoggle=alert(1)>",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "```html\n<script>alert(1)</script>\n```",
  "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
] as const;

describe("a note's text on screen", () => {
  it("never becomes a link, a picture or a script, however payloads are put together", () => {
    const parts = fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom("> ", "- ", "**", "\n\n", "`", "# "),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 8 }), (texts) =>
        expectHarmless(render(texts.join(""))),
      ),
      { numRuns: 500 },
    );
  });

  it("shows raw HTML as the text that it is", () => {
    expect(render("Elle a dit <b>merci</b>.")).toContain("Elle a dit &lt;b&gt;merci&lt;/b&gt;.");
  });

  it("shows where a link would lead, and the words of a picture", () => {
    expect(render("[la fiche](https://example.org/fiche)")).toContain(
      "la fiche<small> (https://example.org/fiche)",
    );
    expect(render("![le hall](https://example.org/hall.png)")).toContain("le hall");
  });

  it("keeps bold, lists and quotes", () => {
    expect(render("**Bien**\n\n- un\n- deux\n\n> dit-elle")).toMatch(
      /<strong>Bien<\/strong>.*<li>un<\/li>.*<blockquote>/su,
    );
  });
});

describe("the excerpt of a note", () => {
  it("is one line without Markdown signs", () => {
    expect(plainExcerpt("## Moment\n\n- **A répondu** `vite`\n> merci")).toBe("Moment A répondu vite merci");
  });
});
