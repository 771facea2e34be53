import { useLingui } from "@lingui/react/macro";
import { principles } from "../../shared/domain/note.ts";
import { usePrincipleName } from "../coaching/words.ts";
import "./principle-cards-loading.css";

/** The seven cards by name, each with room for the figures that are on their way. */
export function PrincipleCardsLoading() {
  const { t } = useLingui();
  const principleName = usePrincipleName();
  return (
    <div role="status" aria-label={t`Les principes arrivent`}>
      <div className="principle-cards">
        {principles.map((principle, index) => (
          <div key={principle} className="principle-card principle-card-loading" aria-hidden="true">
            <p className="principle-card-name">
              <span className="principle-place">{index + 1}</span>
              {principleName(principle)}
            </p>
            <i />
            <i />
            <i />
            <i />
          </div>
        ))}
      </div>
    </div>
  );
}
