import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { PassageSource, ReplyDetail } from "../../../shared/contract/reply.ts";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { useFormat } from "../../ui/format.ts";
import { useServiceName } from "./words.ts";

/** What could be said otherwise, and where each underlined passage stands as well. */
export function PassageList({ reply }: { readonly reply: ReplyDetail }) {
  const { t } = useLingui();
  const { passages } = reply.analysis;
  return (
    <>
      {reply.advice.length === 0 ? null : (
        <section className="reply-section" aria-labelledby="reply-advice">
          <h3 id="reply-advice">{t`À reformuler`}</h3>
          <ul className="reply-advice">
            {reply.advice.map((advice) => (
              <li key={advice.kind === "passage" ? advice.index : advice.kind}>
                {advice.kind === "passage" ? (
                  <AdvisedPassage number={advice.index + 1} words={passages[advice.index]?.words ?? 0} />
                ) : advice.kind === "no_address" ? (
                  t`La réponse ne s’adresse à personne : elle commence sans salutation.`
                ) : (
                  t`Rien, hors des passages repris, ne parle de ce dossier : une date, un numéro, un document, un délai.`
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {passages.length === 0 ? (
        <p className="reply-none">{t`Aucun passage de cinq mots et plus n’est repris d’un texte type ou d’une réponse antérieure.`}</p>
      ) : (
        <section className="reply-section" aria-labelledby="reply-passages">
          <h3 id="reply-passages">{t`Passages repris`}</h3>
          <ol className="reply-passages number">
            {passages.map((passage, index) => (
              <li key={passage.start}>
                <PassageOrigin source={reply.sources[index]} />
                <small>
                  <Plural value={passage.words} one="# mot" other="# mots" />
                </small>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function AdvisedPassage({ number, words }: { readonly number: number; readonly words: number }) {
  return (
    <Trans>
      Passage {number} : {words} mots d’affilée que d’autres ont reçus tels quels.
    </Trans>
  );
}

function PassageOrigin({ source }: { readonly source: PassageSource | undefined }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const { date } = useFormat();
  const serviceName = useServiceName();
  if (source === undefined) return null;
  if (source.kind === "template") {
    return (
      <span>
        <b>{t`Texte type`}</b>{" "}
        <Trans>
          « {source.name} », version {source.version}
        </Trans>
      </span>
    );
  }
  const day = date(source.atMs, timeZone);
  const service = serviceName(source.serviceId);
  return (
    <span>
      <b>{t`Déjà écrit`}</b>{" "}
      {source.replyId === null ? (
        t`réponse du ${day}, ${service}`
      ) : (
        <Link to={`/coaching/replies?reply=${encodeURIComponent(source.replyId)}`}>
          {t`réponse du ${day}, ${service}`}
        </Link>
      )}
    </span>
  );
}
