import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LevelVariant } from "../../shared/domain/service-level.ts";

/** What each of the usual service levels divides by what. */
export const levelFormulas: Record<LevelVariant, MessageDescriptor> = {
  late_abandons_missed: msg`servis dans l’objectif ÷ (servis + partis après l’abandon court)`,
  all_abandons_missed: msg`servis dans l’objectif ÷ (servis + partis)`,
  answered_only: msg`servis dans l’objectif ÷ servis`,
  early_abandons_kept: msg`(servis + partis dans l’objectif) ÷ (servis + partis)`,
};
