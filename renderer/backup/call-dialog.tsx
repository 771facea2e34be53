import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { useDirectory, useSettings } from "../client/queries.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { useFloor, useFloorStore } from "../floor/floor-context.tsx";
import { serviceKeyOf } from "../floor/floor-store.ts";
import { mostLoaded } from "../floor/judge.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { ActionPreview } from "../outlook/action-preview.tsx";
import { CallAdvice } from "../outlook/call-advice.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { CallWay, type CallWayValue, useCallChannels } from "./call-way.tsx";
import { Roster } from "./roster.tsx";
import { untilChoices } from "./until.ts";
import "./call-dialog.css";

const formId = "call-backup";
const untilReleased = "released";
/** How soon backup is taken to serve in the preview, on the way and settled in. */
const usualTravelMs = 10 * 60_000;
const nobody: ReadonlySet<string> = new Set();
const atOnce: CallWayValue = { mode: "at_once", wanted: 1, answerMinutes: 3, without: new Set() };

export interface CallDialogProps {
  /** What the outlook advises; undefined: the service that needs help most, until released. */
  readonly preset?: { readonly serviceKey: string; readonly untilMs: number };
  readonly onClose: () => void;
}

/** Asks people off the floor to come: for which service, whom, until when. */
export function CallDialog({ preset, onClose }: CallDialogProps) {
  const { t } = useLingui();
  const client = useClient();
  const floor = useFloorStore();
  const format = useFormat();
  const sentence = useFaultSentence();
  const services = useFloor((current) => current.serviceList);
  const sites = useDirectory().data?.sites ?? [];
  const answerMinutes = useSettings().data?.backupAnswerMinutes;
  const [openedAtMs] = useState(serverNowMs);
  const [serviceKey, setServiceKey] = useState(() => {
    if (preset !== undefined) return preset.serviceKey;
    const neediest = mostLoaded(floor.serviceList, openedAtMs);
    return neediest === undefined ? null : serviceKeyOf(neediest);
  });
  const [agentIds, setAgentIds] = useState(nobody);
  const [until, setUntil] = useState(preset === undefined ? untilReleased : String(preset.untilMs));
  const [message, setMessage] = useState("");
  const [way, setWay] = useState(atOnce);
  const channels = useCallChannels(way);
  const isInTurn = way.mode === "in_turn";
  const service = services.find((one) => serviceKeyOf(one) === serviceKey);
  const timeZone = useTimeZone(service?.siteId);
  const call = useMutation({
    mutationFn: (request: Parameters<typeof client.backup.request>[0]) => client.backup.request(request),
    onSuccess(calls) {
      const asked = calls.length;
      showToast({
        title: isInTurn
          ? t`L’appel est lancé, l’un après l’autre`
          : asked === 1
            ? t`Une personne est appelée en renfort`
            : t`${asked} personnes sont appelées en renfort`,
      });
      onClose();
    },
  });
  const count = agentIds.size;
  const isReady = service !== undefined && count > 0 && !call.isPending;

  function nameOf({ name, siteId }: FloorService): string {
    const site = sites.length > 1 ? sites.find((one) => one.id === siteId)?.name : undefined;
    return site === undefined ? name : `${name} · ${site}`;
  }

  function submit() {
    if (!isReady) return;
    call.mutate({
      siteId: service.siteId,
      serviceId: service.serviceId,
      agentIds: [...agentIds],
      untilMs: until === untilReleased ? null : Number(until),
      message: message.trim() === "" ? null : message.trim(),
      channels,
      inTurn: isInTurn ? { wanted: Math.min(way.wanted, count), answerMinutes: way.answerMinutes } : null,
    });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Appeler un renfort`}
      lead={
        isInTurn ? (
          <Trans>L’appel s’arrête dès que le nombre voulu a accepté.</Trans>
        ) : answerMinutes === undefined ? null : (
          <Plural
            value={answerMinutes}
            one="Sans réponse au bout d’une minute, l’appel expire."
            other="Sans réponse au bout de # minutes, l’appel expire."
          />
        )
      }
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Renoncer</Trans>
          </Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={!isReady}>
            {count === 0 ? (
              <Trans>Choisissez qui appeler</Trans>
            ) : isInTurn ? (
              <Plural
                value={count}
                one="Appeler # personne"
                other="Appeler # personnes, l’une après l’autre"
              />
            ) : (
              <Plural value={count} one="Appeler # personne" other="Appeler # personnes" />
            )}
          </Button>
        </>
      }
    >
      {services.length === 0 ? (
        <EmptyState title={t`Aucune démarche n’est encore connue`}>
          {t`Un renfort est appelé pour une démarche : elle apparaît avec le premier dossier reçu.`}
        </EmptyState>
      ) : (
        <Form
          id={formId}
          className="call-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="call-choices">
            <Select
              label={t`Pour la démarche`}
              value={serviceKey}
              onChange={(key) => {
                setServiceKey(key);
                setAgentIds(nobody);
              }}
              options={services.map((one) => ({
                id: serviceKeyOf(one),
                label: nameOf(one),
                detail: <Plural value={one.queueLength} one="# en attente" other="# en attente" />,
              }))}
            />
            <Select
              label={t`Jusqu’à`}
              value={until}
              onChange={setUntil}
              options={[
                { id: untilReleased, label: t`Ce que je libère la personne` },
                ...untilChoices(openedAtMs, preset?.untilMs).map((atMs) => ({
                  id: String(atMs),
                  label: format.time(atMs, timeZone),
                })),
              ]}
            />
          </div>
          {service === undefined ? null : (
            <CallAdvice siteId={service.siteId} serviceId={service.serviceId} />
          )}
          {service === undefined ? null : (
            <Roster
              key={serviceKey}
              siteId={service.siteId}
              serviceId={service.serviceId}
              chosen={agentIds}
              onChoose={setAgentIds}
              isInTurn={isInTurn}
            />
          )}
          {service === undefined ? null : (
            <ActionPreview
              siteId={service.siteId}
              hint={t`Choisissez qui appeler : l’effet prévu sur la file s’affiche ici.`}
              action={
                count === 0
                  ? null
                  : {
                      kind: "add_agents",
                      serviceId: service.serviceId,
                      agents: count,
                      fromMs: openedAtMs + usualTravelMs,
                      untilMs: until === untilReleased ? null : Number(until),
                    }
              }
            />
          )}
          <CallWay value={way} onChange={setWay} chosenCount={count} />
          <TextField
            label={t`Message (facultatif)`}
            value={message}
            onChange={setMessage}
            maxLength={500}
            placeholder={t`Où se présenter, ce qu’il faut apporter…`}
          />
          {call.isError ? (
            <p className="field-error" role="alert">
              {sentence(call.error)}
            </p>
          ) : null}
        </Form>
      )}
    </Dialog>
  );
}
