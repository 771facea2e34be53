import ReactMarkdown, { type Components } from "react-markdown";

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
  code: ({ children }) => <code>{children}</code>,
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
