import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import type { PrincipleEvidence } from "../../shared/domain/principle-evidence.ts";
import { useMayOpen } from "../shell/screen-access.ts";
import { useEvidenceLines } from "./use-evidence-lines.tsx";
import "./principle-evidence.css";

/** The latest things that a card is made of, each with the way to it. */
export function PrincipleEvidenceList(props: {
  readonly evidence: readonly PrincipleEvidence[];
  readonly siteId: string | null;
}) {
  const titleId = useId();
  const mayOpen = useMayOpen();
  const lineOf = useEvidenceLines(props.siteId);
  if (props.evidence.length === 0) return null;
  return (
    <div className="principle-evidence">
      <h3 id={titleId}>
        <Trans>De quoi c’est fait</Trans>
      </h3>
      <ul aria-labelledby={titleId}>
        {props.evidence.map((one) => {
          const { key, text, detail, address } = lineOf(one);
          return (
            <li key={`${one.kind} ${key}`}>
              {mayOpen(address) ? <a href={`#${address}`}>{text}</a> : <span>{text}</span>}
              <small>{detail}</small>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
