import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Assembly } from '../assemble.ts';
import { isLoopback } from '../config.ts';
import { OPERATOR_BODY_MAX_BYTES } from '../limits.ts';
import { clockRoutes } from './clock.ts';
import { eventRoutes } from './events.ts';
import { explainRoutes } from './explain.ts';
import { freshnessRoutes } from './freshness.ts';
import { limitRoutes } from './limits.ts';
import { OperatorError } from './operator-error.ts';
import { planRoutes } from './plans.ts';
import { pruneRoutes } from './prune.ts';
import { resetRoutes } from './reset.ts';
import { resourceRoutes } from './resources.ts';
import { scrubRoutes } from './scrub.ts';
import { simulatePlanRoutes } from './simulate-plan.ts';
import { verifyRoutes } from './verify.ts';

/**
 * The operator's own API beside AWS's paths. Health and metrics are open to whoever reaches the port; all else wants the operator's
 * token, which lies in the data directory, except in dev mode, where the port is on loopback and only pages of other origins are refused.
 */
export function operatorApi(assembly: Assembly): Hono {
  const api = new Hono().basePath('/_crossvault');
  api.use(
    '*',
    bodyLimit({
      maxSize: OPERATOR_BODY_MAX_BYTES,
      onError: () => refuse(413, 'body-too-large', 'The body is larger than 1 MiB.'),
    }),
  );
  api.get('/health', (context) =>
    context.json({
      status: 'ok',
      pid: process.pid,
      mode: assembly.config.isDev ? 'dev' : 'normal',
      time: new Date(assembly.clock.now()).toISOString(),
    }),
  );
  api.get(
    '/metrics',
    async () =>
      new Response(await assembly.metrics.print(), { headers: { 'content-type': assembly.metrics.contentType } }),
  );
  api.use('*', async (context, next) => {
    const refusal = assembly.config.isDev
      ? foreignOrigin(context.req.header('origin'), context.req.header('host'))
      : wrongToken(context.req.header('authorization'), assembly.operatorToken);
    if (refusal !== undefined) return refusal;
    await next();
  });
  api.route('/clock', clockRoutes(assembly));
  api.route('/events', eventRoutes(assembly));
  api.route('/explain', explainRoutes(assembly));
  api.route('/limits', limitRoutes(assembly));
  api.route('/freshness', freshnessRoutes(assembly));
  api.route('/plans', planRoutes(assembly));
  api.route('/plans', simulatePlanRoutes(assembly));
  api.route('/prune', pruneRoutes(assembly));
  api.route('/reset', resetRoutes(assembly));
  api.route('/resources', resourceRoutes(assembly));
  api.route('/scrub', scrubRoutes(assembly));
  api.route('/verify', verifyRoutes(assembly));
  api.notFound((context) => refuse(404, 'not-found', `There is no ${context.req.method} ${context.req.path}.`));
  api.onError((error) => {
    if (error instanceof OperatorError) return refuse(error.status, error.code, error.message);
    assembly.log.error({ err: error }, 'operator request failed');
    return refuse(500, 'internal', 'The server failed on this request; its log has the rest.');
  });
  return api;
}

function refuse(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** A page of another origin in the operator's browser must not steer a server that asks for no token. */
function foreignOrigin(origin: string | undefined, host: string | undefined): Response | undefined {
  const name = host?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  if (name === undefined || !isLoopback(name))
    return refuse(403, 'foreign-host', `In dev mode the server answers to loopback names, not to ${host}.`);
  if (origin !== undefined && origin !== `http://${host}`)
    return refuse(403, 'foreign-origin', `Pages of ${origin} may not call this server.`);
  return undefined;
}

function wrongToken(authorization: string | undefined, token: string): Response | undefined {
  const given = /^Bearer ([\x21-\x7e]{1,200})$/.exec(authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  if (timingSafeEqual(digest(given), digest(token))) return undefined;
  return refuse(
    401,
    'operator-token',
    'Send "Authorization: Bearer TOKEN"; the token is in keys/operator-token of the data directory.',
  );
}
