import { type AwardRules, MEDALS, type Medal } from "#domain/awards/award-rules.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { promotionRulesSchema } from "#domain/stages/promotion-rules.ts";
import { teamRulesSchema } from "#domain/teams/team-rules.ts";
import { POINT_MILLI } from "./field-units.ts";

type Team = NonNullable<ContestRules["team"]>;
type MedalBy = AwardRules["medals"][number]["by"];

/** What the wizard's fields hold of teams, divisions, promotion and awards. */
export type StageFields = {
  teams: boolean;
  teamMin: string;
  teamMax: string;
  teamSubstitutes: string;
  teamBranches: Team["branches"];
  teamPlay: Team["play"];
  teamScore: Team["score"];
  teamTopN: string;
  teamFixed: Team["fixed"];
  divisionNames: string;
  divisionsBy: NonNullable<ContestRules["divisions"]>["by"];
  promotes: boolean;
  perBranch: string;
  perDivision: string;
  promoteTop: string;
  fillTo: string;
  minScorePoints: string;
  promotionTies: "all" | "order";
  reserve: string;
  grants: boolean;
  goldBy: MedalBy;
  goldNumber: string;
  silverBy: MedalBy;
  silverNumber: string;
  bronzeBy: MedalBy;
  bronzeNumber: string;
  awardsPerDivision: boolean;
  awardMembers: AwardRules["members"];
  organisationPercent: string;
  organisationMost: string;
};

const USUAL_TEAM = teamRulesSchema.parse({ min: 3, max: 3, substitutes: 1 });
const USUAL_PROMOTION = promotionRulesSchema.parse({ top: 12, reserve: 3 });
const USUAL_AWARDS: AwardRules = {
  medals: [
    { medal: "gold", by: "count", number: 1 },
    { medal: "silver", by: "count", number: 2 },
    { medal: "bronze", by: "count", number: 3 },
  ],
  perDivision: false,
  members: "all",
  organisation: null,
};

function medalFields({ medals }: AwardRules) {
  const of = (medal: Medal) => {
    const found = medals.find((rule) => rule.medal === medal);
    return { by: found?.by ?? ("count" as const), number: found ? String(found.number) : "" };
  };
  const [gold, silver, bronze] = [of("gold"), of("silver"), of("bronze")];
  return {
    ...{ goldBy: gold.by, goldNumber: gold.number, silverBy: silver.by, silverNumber: silver.number },
    ...{ bronzeBy: bronze.by, bronzeNumber: bronze.number },
  };
}

/** The fields filled from rules; where they name nothing, from what is usual. */
export function stageFieldsOf({ team, divisions, promotion, awards }: ContestRules): StageFields {
  const ofTeam = team ?? USUAL_TEAM;
  const ofPromotion = promotion ?? USUAL_PROMOTION;
  const ofAwards = awards ?? USUAL_AWARDS;
  return {
    ...{ teams: team !== undefined, promotes: promotion !== undefined, grants: awards !== undefined },
    ...{ teamMin: String(ofTeam.min), teamMax: String(ofTeam.max), teamSubstitutes: String(ofTeam.substitutes) },
    ...{ teamBranches: ofTeam.branches, teamPlay: ofTeam.play, teamScore: ofTeam.score, teamTopN: String(ofTeam.topN) },
    teamFixed: ofTeam.fixed,
    ...{ divisionNames: divisions?.names.join("、") ?? "", divisionsBy: divisions?.by ?? "chosen" },
    ...{ perBranch: String(ofPromotion.perBranch), perDivision: String(ofPromotion.perDivision), promoteTop: String(ofPromotion.top) },
    ...{ fillTo: String(ofPromotion.fillTo), minScorePoints: String(ofPromotion.minScore / POINT_MILLI) },
    ...{ promotionTies: ofPromotion.ties, reserve: String(ofPromotion.reserve) },
    ...medalFields(ofAwards),
    ...{ awardsPerDivision: ofAwards.perDivision, awardMembers: ofAwards.members },
    organisationPercent: ofAwards.organisation ? String(ofAwards.organisation.percent) : "",
    organisationMost: ofAwards.organisation?.most ? String(ofAwards.organisation.most) : "",
  };
}

const isBlank = (typed: string) => typed.trim() === "";
const countOf = (typed: string): number | null => (isBlank(typed) || !Number.isFinite(Number(typed)) ? null : Number(typed));
/** An emptied quota is none. */
const quotaOf = (typed: string): number | null => (isBlank(typed) ? 0 : countOf(typed));

function teamOf(fields: StageFields) {
  const { teamBranches: branches, teamPlay: play, teamScore: score, teamFixed: fixed } = fields;
  const topN = score === "top_n" ? countOf(fields.teamTopN) : (countOf(fields.teamTopN) ?? 3);
  const size = { min: countOf(fields.teamMin), max: countOf(fields.teamMax), substitutes: quotaOf(fields.teamSubstitutes) };
  return { ...size, branches, play, score, topN, fixed };
}

function promotionOf(fields: StageFields) {
  const least = quotaOf(fields.minScorePoints);
  return {
    ...{ perBranch: quotaOf(fields.perBranch), perDivision: quotaOf(fields.perDivision), top: quotaOf(fields.promoteTop) },
    ...{ fillTo: quotaOf(fields.fillTo), minScore: least === null ? null : Math.round(least * POINT_MILLI) },
    ...{ ties: fields.promotionTies, reserve: quotaOf(fields.reserve) },
  };
}

function awardsOf(fields: StageFields) {
  const medals = MEDALS.flatMap((medal) => {
    const number = fields[`${medal}Number`];
    return isBlank(number) ? [] : [{ medal, by: fields[`${medal}By`], number: countOf(number) }];
  });
  // What is not set is not sent: an empty field would read as a number that is still to be typed.
  const most = isBlank(fields.organisationMost) ? {} : { most: countOf(fields.organisationMost) };
  const organisation = isBlank(fields.organisationPercent)
    ? {}
    : { organisation: { percent: countOf(fields.organisationPercent), ...most } };
  return { medals, perDivision: fields.awardsPerDivision, members: fields.awardMembers, ...organisation };
}

/** The rules as the verbs take them; what is not ticked is not sent. */
export function stageRulesOf(fields: StageFields) {
  const names = [...new Set(fields.divisionNames.split(/[,，、;；]/).map((name) => name.trim()))].filter((name) => name !== "");
  return {
    ...(fields.teams && { team: teamOf(fields) }),
    ...(names.length > 0 && { divisions: { names, by: fields.divisionsBy } }),
    ...(fields.promotes && { promotion: promotionOf(fields) }),
    ...(fields.grants && { awards: awardsOf(fields) }),
  };
}
