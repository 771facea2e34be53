/** The tables behind the charts: what is drawn, exported and printed. */
import { chartQuestionSchema, chartTableSchema } from "../domain/chart.ts";
import { procedure } from "./procedure.ts";

export const chartContract = {
  table: procedure.input(chartQuestionSchema).output(chartTableSchema),
};
