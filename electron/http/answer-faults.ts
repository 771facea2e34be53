/** Turns everything that goes wrong in a route into a fault answer, and adds the security headers. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { Fault } from "../../shared/faults.ts";
import type { Log } from "../services/log.ts";
import { faultBody, securityHeaders, statusOf } from "./fault-reply.ts";

/** Largest body of a request, in bytes. */
export const maxBodyBytes = 1_048_576;

const methods = ["GET", "HEAD", "POST"];

/** Installs the answers for faults, for what is not there and for the wrong method. */
export function answerFaults(app: FastifyInstance, log: Log): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(securityHeaders);
  });
  app.setErrorHandler((error, request, reply) => {
    const fault = faultFrom(error);
    if (fault !== null) return sendFault(reply, fault);
    const logId = log.error(`${request.method} ${request.routeOptions.url ?? "?"}`, error);
    return sendFault(
      reply,
      new Fault("internal", "Something unexpected happened. Send it again: repeats change nothing.", {
        logId,
      }),
    );
  });
  app.setNotFoundHandler((request, reply) => {
    const [url = "/"] = request.url.split("?");
    const allowed = methods.filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0) return sendFault(reply, new Fault("not_found", `Nothing is at ${url}.`));
    reply.header("allow", allowed.join(", "));
    const message = `${request.method} is not possible at ${url}; use ${allowed.join(" or ")}. Nothing was changed.`;
    return sendFault(reply, new Fault("invalid_input", message, { method: request.method }), 405);
  });
}

/** Answers to a path that the framework could not even read. */
export function answerFrameworkError(reply: FastifyReply): void {
  sendFault(reply.headers(securityHeaders), new Fault("invalid_input", "The path is not a valid URL path."));
}

/** Answers with a fault. */
export function sendFault(reply: FastifyReply, fault: Fault, status = statusOf(fault.code)): FastifyReply {
  return reply.code(status).type("application/json").send(faultBody(fault));
}

function faultFrom(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new Fault(
        "too_large",
        "The body is larger than 1 MiB. Nothing of it was kept; send less at once.",
        {
          maxBytes: maxBodyBytes,
        },
      );
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new Fault(
        "unsupported_media_type",
        "This content type is not taken here. Nothing was kept; send JSON (an event: application/cloudevents+json).",
      );
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return new Fault("invalid_input", "The body is not as long as announced. Nothing of it was kept.");
    default:
      return isRefusedPath(error) ? new Fault("forbidden", "This path is not served.") : null;
  }
}

/** A path that leads out of the served folder, or to a hidden file. */
function isRefusedPath(error: unknown): boolean {
  return error instanceof Error && "statusCode" in error && error.statusCode === 403;
}
