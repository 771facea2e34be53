import ReactMarkdown, { type Components } from "react-markdown";
import "./markdown.css";

/**
 * Nothing in a note leads out of the console or fetches anything: links show where they would lead,
 * pictures show their words.
 */
const components: Components = {
  a: ({ children, href }) => (
    <span>
      {children}
      {href === undefined || href === "" ? null : <small> ({href})</small>}
    </span>
  ),
  img: ({ alt }) => <span>{alt}</span>,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
};

/** A note's text. Raw HTML in it is shown as the text that it is. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown components={components}>{text}</ReactMarkdown>
    </div>
  );
}

/** The text without its Markdown signs, for two lines in a list. */
export function plainExcerpt(text: string): string {
  return text
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replaceAll(/[*_`~]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 240);
}
