import { endpoint } from "#app/_http/endpoint.ts";
import { issueAwardCertificates } from "#server/awards/issue-award-certificates.ts";

export const POST = endpoint(issueAwardCertificates);
