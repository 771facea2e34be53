/** What the store keeps of sent replies and of the house's standard texts. */
import type { Reply, ReplyTemplate, ReplyTemplateDraft } from "../../shared/domain/reply.ts";

export interface ReplyStore {
  /** Replies that came to the log after one, in the order of the log. */
  repliesAfter(number: number, sinceMs: number, limit: number): Promise<Reply[]>;
  /** Replies of one agent that came to the log after one, in the order of the log. */
  repliesOf(agentId: string, number: number, limit: number): Promise<Reply[]>;
  reply(id: string): Promise<Reply | undefined>;
  /** Every wording there ever was, the newest first. */
  replyTemplates(): Promise<ReplyTemplate[]>;
  /**
   * Adds a standard text (`id` null), or another wording of one.
   *
   * @throws Fault `not_found` where there is none with this id
   */
  putReplyTemplate(
    id: string | null,
    draft: ReplyTemplateDraft,
    by: string,
    atMs: number,
  ): Promise<ReplyTemplate>;
  /** Takes a standard text out of use; its wordings still count as standard. */
  retireReplyTemplate(id: string, atMs: number): Promise<void>;
}
