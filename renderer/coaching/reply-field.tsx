import { useLingui } from "@lingui/react/macro";
import { Button } from "../ui/button.tsx";

export interface ReplyFieldProps {
  readonly replyId: string | null;
  readonly onRemove: () => void;
}

/** Says that the note is about a sent reply; a note gets one from the replies, and can let it go. */
export function ReplyField({ replyId, onRemove }: ReplyFieldProps) {
  const { t } = useLingui();
  if (replyId === null) return null;
  return (
    <div className="reply-field">
      <span className="field-label">{t`Réponse envoyée`}</span>
      <p>
        {t`La note parle de cette réponse.`}{" "}
        <Button variant="quiet" onPress={onRemove}>
          {t`Détacher`}
        </Button>
      </p>
    </div>
  );
}
