import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CommitmentDraft } from "../../../shared/domain/commitment.ts";
import { addDays, localDate } from "../../../shared/queueing/intervals.ts";
import { useFaultSentence } from "../../client/fault-sentence.ts";
import { useSettings } from "../../client/queries.ts";
import { useClock } from "../../client/server-clock.ts";
import { findOpenCase } from "../../coaching/resolve-case.ts";
import { useFloorStore } from "../../floor/floor-context.tsx";
import { useTimeZone } from "../../floor/use-time-zone.ts";
import { ComboBox } from "../../ui/combo-box.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PlaceFields } from "../place-fields.tsx";
import { type Due, DueFields, dueAtMs } from "./due-fields.tsx";
import { useMakeCommitment, useOwners } from "./use-commitments.ts";
import "../principle-form.css";

/** Late enough to be served in between, early enough to be called back before offices close. */
const usualTime = "17:00";

export interface CommitmentDialogProps {
  /** The case it is made on; null: it is made without one, or its ticket is typed. */
  readonly onCase: { readonly id: string; readonly name: string; readonly agentId: string | null } | null;
  readonly onClose: () => void;
}

/** A promise to come back to a citizen: what, by when, and who keeps it. */
export function CommitmentDialog({ onCase, onClose }: CommitmentDialogProps) {
  const { t } = useLingui();
  const make = useMakeCommitment();
  const sentenceOf = useFaultSentence();
  const clock = useClock();
  const floor = useFloorStore();
  const timeZone = useTimeZone() ?? "UTC";
  const chosenSite = useSettings().data?.siteId ?? null;
  const foundOwners = useOwners();
  const owners = foundOwners.data ?? [];
  const [isChecked, setChecked] = useState(false);
  const [what, setWhat] = useState("");
  const [ownerId, setOwnerId] = useState<string | null>(onCase?.agentId ?? null);
  const [ticket, setTicket] = useState("");
  const [siteId, setSiteId] = useState(chosenSite);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [due, setDue] = useState<Due>(() => ({
    date: addDays(localDate(clock.nowMs(), timeZone), 1),
    time: usualTime,
  }));
  const only = owners.length === 1 ? (owners[0]?.id ?? null) : null;
  const owner = ownerId ?? only;
  const found = findOpenCase(ticket, floor.cases.values(), siteId ?? undefined);
  const caseId = onCase?.id ?? found?.id ?? null;
  const atMs = dueAtMs(due, timeZone);
  const mistakes = {
    what: what.trim() === "",
    owner: owner === null,
    place: caseId === null && (ticket.trim() !== "" || serviceId === null),
    due: mistakeOf(due, atMs, clock.nowMs()),
  };
  function save() {
    setChecked(true);
    if (mistakes.what || mistakes.place || mistakes.due !== null || owner === null || atMs === null) return;
    const site = siteId ?? floor.serviceList.find((one) => one.serviceId === serviceId)?.siteId ?? null;
    const draft: CommitmentDraft = { caseId, siteId: site, serviceId, ownerId: owner, dueAtMs: atMs, what };
    make.mutate(draft, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t`Prendre un engagement`}
      lead={onCase === null ? t`« Nous revenons vers vous avant… »` : t`Dossier ${onCase.name}`}
      className="principle-form"
      onClose={onClose}
      onSave={save}
      isSaving={make.isPending}
      error={make.error === null ? null : sentenceOf(make.error)}
    >
      <TextField
        label={t`Ce qui est promis`}
        value={what}
        onChange={setWhat}
        maxLength={500}
        rows={2}
        autoFocus
        hint={t`Ni nom ni donnée personnelle d’un usager : le dossier suffit à le retrouver.`}
        isInvalid={isChecked && mistakes.what}
        error={t`Écrivez ce que l’usager attend.`}
      />
      <div>
        <ComboBox
          label={t`Tenu par`}
          options={owners.map(({ id, name }) => ({ id, label: name }))}
          value={owner}
          onChange={setOwnerId}
          openLabel={t`Montrer toutes les personnes`}
        />
        {foundOwners.error !== null ? (
          <p className="field-error" role="alert">
            {t`La liste des personnes n’a pas pu être lue. Fermez cette fenêtre et rouvrez-la dans un instant.`}
          </p>
        ) : isChecked && mistakes.owner ? (
          <p className="field-error" role="alert">{t`Choisissez qui tiendra l’engagement.`}</p>
        ) : null}
      </div>
      <DueFields due={due} onChange={setDue} mistake={isChecked ? mistakes.due : null} />
      {onCase !== null ? null : (
        <>
          <TextField
            label={t`Ticket`}
            value={ticket}
            onChange={setTicket}
            maxLength={128}
            hint={t`D’un dossier ouvert, par exemple A023 ; sinon, choisissez la démarche.`}
            isInvalid={isChecked && mistakes.place && ticket.trim() !== ""}
            error={t`Aucun dossier ouvert ne porte ce ticket.`}
          />
          {caseId !== null ? null : (
            <PlaceFields
              siteId={siteId}
              onSite={setSiteId}
              serviceId={serviceId}
              onService={setServiceId}
              noService={t`À choisir`}
            />
          )}
          {isChecked && mistakes.place && ticket.trim() === "" ? (
            <p className="field-error" role="alert">{t`Choisissez une démarche, ou écrivez un ticket.`}</p>
          ) : null}
        </>
      )}
    </FormDialog>
  );
}

function mistakeOf({ date }: Due, atMs: number | null, nowMs: number): "date" | "time" | "past" | null {
  if (date === "") return "date";
  if (atMs === null) return "time";
  return atMs <= nowMs ? "past" : null;
}
