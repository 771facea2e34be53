import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useCallChannels } from "../backup/call-way.tsx";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { Unread } from "../shell/awaited.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Select } from "../ui/select.tsx";
import { showToast } from "../ui/toast.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
import { HelperRow } from "./helper-row.tsx";
import { useSiteName } from "./use-sites.ts";
import "./helpers-dialog.css";

const refreshMs = 5_000;

export interface HelpersDialogProps {
  /** The service that needs help; null: none is chosen yet. */
  readonly serviceKey: string | null;
  /** Somebody is to be given the service. */
  readonly onAssign: (agentId: string, serviceId: string) => void;
  readonly onClose: () => void;
}

/** Who is trained for a service and not on it: what they do now, and how soon they could be there. */
export function HelpersDialog({ serviceKey, onAssign, onClose }: HelpersDialogProps) {
  const { t } = useLingui();
  const services = useFloor((floor) => floor.serviceList);
  const siteNameOf = useSiteName();
  const [chosen, setChosen] = useState(serviceKey);
  const service = services.find((one) => serviceKeyOf(one) === chosen);
  const hasSites = new Set(services.map((one) => one.siteId)).size > 1;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={t`Qui peut aider ?`}
      lead={<Trans>Qui est formé, ne sert pas cette démarche, et peut s’y mettre au plus tôt.</Trans>}
      actions={
        <Button onPress={onClose}>
          <Trans>Fermer</Trans>
        </Button>
      }
    >
      <Select
        label={t`Pour la démarche`}
        value={chosen}
        onChange={setChosen}
        options={services.map((one) => ({
          id: serviceKeyOf(one),
          label: hasSites ? `${one.name} · ${siteNameOf(one.siteId)}` : one.name,
          detail: <Plural value={one.queueLength} one="# en attente" other="# en attente" />,
        }))}
      />
      {service === undefined ? null : <Helpers key={chosen} service={service} onAssign={onAssign} />}
    </Dialog>
  );
}

/** A call from here goes out by whatever is set up. */
const everyChannel = { without: new Set<never>() };

interface HelpersProps {
  readonly service: FloorService;
  readonly onAssign: HelpersDialogProps["onAssign"];
}

function Helpers({ service, onAssign }: HelpersProps) {
  const { t } = useLingui();
  const client = useClient();
  const sentence = useFaultSentence();
  const { siteId, serviceId } = service;
  const channels = useCallChannels(everyChannel);
  const helpers = useQuery({
    queryKey: ["helpers", siteId, serviceId],
    queryFn: () => client.agent.helpers({ siteId, serviceId }),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: refreshMs,
  });
  const call = useMutation({
    mutationFn: ({ agentId }: { readonly agentId: string; readonly name: string }) =>
      client.backup.request({
        siteId,
        serviceId,
        agentIds: [agentId],
        untilMs: null,
        message: null,
        channels,
        inTurn: null,
      }),
    onSuccess(_calls, { name }) {
      showToast({ title: t`L’appel en renfort est parti pour ${name}` });
      void helpers.refetch();
    },
    onError: (error) => showToast({ title: sentence(error), level: "bad" }),
  });
  if (helpers.data === undefined) {
    return (
      <Unread
        question={helpers}
        rows={4}
        label={t`Les personnes se chargent`}
        failure={t`Les personnes n’ont pas pu être lues.`}
      />
    );
  }
  if (helpers.data.length === 0) {
    return (
      <EmptyState title={t`Personne d’autre ne peut aider pour l’instant`}>
        {t`Appelez un renfort, ou réaffectez des dossiers vers une autre démarche.`}
      </EmptyState>
    );
  }
  return (
    <ul className="helper-list" aria-label={t`Personnes qui peuvent aider`}>
      {helpers.data.map((helper) => (
        <HelperRow
          key={helper.agentId}
          helper={helper}
          siteId={siteId}
          isCalling={call.isPending}
          onAssign={() => onAssign(helper.agentId, serviceId)}
          onCall={() => call.mutate(helper)}
        />
      ))}
    </ul>
  );
}
