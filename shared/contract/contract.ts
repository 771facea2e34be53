/** The whole contract: what a screen may ask, and what a service must answer. */
import { actionContract } from "./action.ts";
import { agentContract } from "./agent.ts";
import { agreedStepContract } from "./agreed-step.ts";
import { alertContract } from "./alert.ts";
import { auditContract } from "./audit.ts";
import { backupContract } from "./backup.ts";
import { calendarContract } from "./calendar.ts";
import { caseContract } from "./case.ts";
import { chartContract } from "./chart.ts";
import { coachingSessionContract } from "./coaching-session.ts";
import { commitmentContract } from "./commitment.ts";
import { connectorContract } from "./connector.ts";
import { consoleContract } from "./console.ts";
import { directoryContract } from "./directory.ts";
import { exportContract } from "./export.ts";
import { feedContract } from "./feed.ts";
import { feedbackContract } from "./feedback.ts";
import { figureContract } from "./figure.ts";
import { floorContract } from "./floor.ts";
import { ideaContract } from "./idea.ts";
import { importContract } from "./import.ts";
import { interventionContract } from "./intervention.ts";
import { knowledgeGapContract } from "./knowledge-gap.ts";
import { mineContract } from "./mine.ts";
import { noteContract } from "./note.ts";
import { notificationContract } from "./notification.ts";
import { outlookContract } from "./outlook.ts";
import { personContract } from "./person.ts";
import { preparationContract } from "./preparation.ts";
import { principleContract } from "./principle.ts";
import { problemContract } from "./problem.ts";
import { replayContract } from "./replay.ts";
import { replyContract } from "./reply.ts";
import { reportContract } from "./report.ts";
import { serviceSheetContract } from "./service-sheet.ts";
import { sessionContract } from "./session.ts";
import { settingsContract } from "./settings.ts";
import { skillMatrixContract } from "./skill-matrix.ts";
import { trainingContract } from "./training.ts";

export const contract = {
  floor: floorContract,
  replay: replayContract,
  case: caseContract,
  agent: agentContract,
  backup: backupContract,
  notification: notificationContract,
  alert: alertContract,
  action: actionContract,
  outlook: outlookContract,
  figure: figureContract,
  chart: chartContract,
  export: exportContract,
  report: reportContract,
  intervention: interventionContract,
  note: noteContract,
  feedback: feedbackContract,
  reply: replyContract,
  principle: principleContract,
  idea: ideaContract,
  commitment: commitmentContract,
  problem: problemContract,
  agreedStep: agreedStepContract,
  coachingSession: coachingSessionContract,
  preparation: preparationContract,
  skillMatrix: skillMatrixContract,
  training: trainingContract,
  serviceSheet: serviceSheetContract,
  knowledgeGap: knowledgeGapContract,
  mine: mineContract,
  directory: directoryContract,
  calendar: calendarContract,
  feed: feedContract,
  connector: connectorContract,
  import: importContract,
  settings: settingsContract,
  session: sessionContract,
  person: personContract,
  audit: auditContract,
  console: consoleContract,
};
