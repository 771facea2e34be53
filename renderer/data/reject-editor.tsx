import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Reject } from "../../shared/domain/reject.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Button } from "../ui/button.tsx";
import { TextAreaField, TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useRejectReason } from "./use-reject-reason.ts";

/** A rejected row or event as it came, to be put right and tried again. */
export function RejectEditor({ reject }: { readonly reject: Reject }) {
  const { t } = useLingui();
  const client = useClient();
  const sentenceOf = useFaultSentence();
  const reasonOf = useRejectReason();
  const fields = fieldsOf(reject);
  const [cells, setCells] = useState(fields ?? {});
  const [event, setEvent] = useState(() => readable(reject.raw));
  const onError = (error: unknown) => showToast({ title: sentenceOf(error), level: "bad" });
  const mend = useMutation({
    mutationFn: () =>
      client.import.mend({
        rejectId: reject.id,
        mended: fields === null ? { event } : { fields: cells },
      }),
    onSuccess: (answer) =>
      showToast(
        answer.outcome === "mended"
          ? { title: t`Corrigé : l’événement est enregistré.` }
          : { title: t`Encore rejeté. ${reasonOf(answer.fault)}`, level: "warn" },
      ),
    onError,
  });
  const dismiss = useMutation({
    mutationFn: () => client.import.dismiss({ rejectId: reject.id }),
    onSuccess: () => showToast({ title: t`Rejet écarté.` }),
    onError,
  });
  const canMend = fields !== null || reject.line === null;

  function submit(submitted: FormEvent) {
    submitted.preventDefault();
    mend.mutate();
  }

  return (
    <form className="reject-editor" onSubmit={submit}>
      {fields !== null ? (
        <div className="reject-fields">
          {Object.entries(cells).map(([name, text]) => (
            <TextField
              key={name}
              label={name}
              value={text}
              spellCheck="false"
              onChange={(next) => setCells({ ...cells, [name]: next })}
            />
          ))}
        </div>
      ) : canMend ? (
        <TextAreaField label={t`Événement`} rows={8} value={event} spellCheck="false" onChange={setEvent} />
      ) : (
        <>
          <pre translate="no">{reject.raw}</pre>
          <p>{t`Importée depuis un terminal : corrigez-la dans le fichier de rejets, et importez celui-ci.`}</p>
        </>
      )}
      <div className="data-actions">
        {canMend ? (
          <Button type="submit" variant="soft" isPending={mend.isPending}>
            {t`Rejouer`}
          </Button>
        ) : null}
        <Button variant="quiet" isPending={dismiss.isPending} onPress={() => dismiss.mutate()}>
          {t`Écarter`}
        </Button>
      </div>
    </form>
  );
}

/** The cells of an imported row by column; null where it is no such row. */
function fieldsOf({ importId, raw }: Reject): Record<string, string> | null {
  return importId === undefined ? null : (JSON.parse(raw) as Record<string, string>);
}

/** An event over several lines; what is no JSON stays as it came. */
function readable(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
