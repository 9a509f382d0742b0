// One table of everything anyone may do: long because it stands together in one place.
import type { OfficeName } from "./people/offices.ts";
import type { Member } from "./people/viewer.ts";

/** Something that belongs to a branch, known by that branch's path. */
export type Placed = Readonly<{ path: string }>;

const DESK: readonly OfficeName[] = ["admin", "branch_admin", "organizer", "reviewer"];

/** Whether the viewer holds one of the offices over the subtree the path lies in. */
function holds(viewer: Member, offices: readonly OfficeName[], path: string): boolean {
  return viewer.offices.some((held) => offices.includes(held.office) && path.startsWith(held.path));
}

/** Whether the viewer holds one of the offices over a part of the subtree below the path. */
const holdsBelow = (viewer: Member, offices: readonly OfficeName[], path: string) =>
  viewer.offices.some((held) => offices.includes(held.office) && held.path.startsWith(path));

const holdsAny = (viewer: Member, offices: readonly OfficeName[]) => viewer.offices.some((held) => offices.includes(held.office));

/** `entry`: for the whole audience, or for the people it invited by name or lot (R16, R22), wherever they are now. */
type Audience = Readonly<{
  publishedAt: Date | null;
  path: string;
  audienceTags: readonly string[];
  entry?: "audience" | "invited";
  isInvited?: boolean;
}>;
/** A place in the bank; a private one is its owner's alone until it is shared. */
type Banked = Readonly<{ path: string | null; isPrivate?: boolean; ownerId?: number | null }>;
const isOpenTo = (viewer: Member, { isPrivate, ownerId }: Banked) => !isPrivate || ownerId === viewer.personId;
type Authored = Readonly<{ path: string | null; createdBy: number | null }>;

/** Whoever bears one of the tags, and everybody where there are none. */
const tagged = (viewer: Member, { audienceTags }: Pick<Audience, "audienceTags">) =>
  audienceTags.length === 0 || audienceTags.some((tag) => viewer.tags.includes(tag));

const within = (viewer: Member, contest: Audience) =>
  contest.entry === "invited" ? contest.isInvited === true : viewer.branchPath.startsWith(contest.path) && tagged(viewer, contest);

type Readable = Readonly<{ path: string | null; audienceTags: readonly string[]; published: boolean }>;

/** Offices that look after what the people of a branch write. */
export const OVERSEERS: readonly OfficeName[] = ["leader", "branch_admin", "organizer", "admin"];

/** `path` and `branchId`: of the branch it is shared with. `readable`: whether the viewer may read its text. */
type Annotated = Placed &
  Readonly<{ personId: number; visibility: "private" | "group" | "branch"; branchId: number; inGroup: boolean; readable: boolean }>;

const isOwn = (viewer: Member, thing: { personId: number }) => thing.personId === viewer.personId;
const overseesAnnotation = (viewer: Member, annotation: Annotated) =>
  annotation.visibility === "branch" && holds(viewer, OVERSEERS, annotation.path);
const seesAnnotation = (viewer: Member, annotation: Annotated) =>
  isOwn(viewer, annotation) ||
  overseesAnnotation(viewer, annotation) ||
  (annotation.readable &&
    ((annotation.visibility === "branch" && annotation.branchId === viewer.branchId) ||
      (annotation.visibility === "group" && annotation.inGroup)));

/** A task, by its owner (null: the unit it stands in), who gave it, and the branch of its programme; without one it is ad hoc. */
type Task = Placed & Readonly<{ personId: number | null; createdBy: number | null; programmePath: string | null }>;

const LEDGER: readonly OfficeName[] = ["admin", "branch_admin", "organizer"];
const UNIT: readonly OfficeName[] = ["admin", "branch_admin", "leader"];

const runsTask = (viewer: Member, task: Task) =>
  holds(viewer, LEDGER, task.path) || (task.programmePath === null && task.createdBy === viewer.personId && holdsAny(viewer, LEDGER));
const owesTask = (viewer: Member, task: Task) =>
  task.personId === null ? holds(viewer, UNIT, task.path) : task.personId === viewer.personId;

/** Whether the viewer holds one of the offices above the branch itself; an administrator also over the own. */
const holdsAbove = (viewer: Member, offices: readonly OfficeName[], path: string): boolean =>
  viewer.offices.some(
    (held) => offices.includes(held.office) && path.startsWith(held.path) && (held.office === "admin" || path !== held.path),
  );

/** A piece of writing. `path` and `branchId`: of its author's branch. */
type Written = Placed & Readonly<{ personId: number; branchId: number; handedInAt: Date | null; deletedAt: Date | null }>;
const readsHandedIn = (viewer: Member, piece: Written) =>
  piece.deletedAt === null &&
  piece.handedInAt !== null &&
  (isOwn(viewer, piece) || piece.branchId === viewer.branchId || holds(viewer, OVERSEERS, piece.path));
const overseesWritten = (viewer: Member, piece: Written) => readsHandedIn(viewer, piece) && holds(viewer, OVERSEERS, piece.path);

/** A study group. `role`: the viewer's own in it now; null: none. `path` and `branchId`: of the branch it is registered with. */
export type Grouped = Placed & Readonly<{ branchId: number; isPrivate: boolean; role: "leader" | "deputy" | "member" | null }>;
const seesGroup = (viewer: Member, group: Grouped) =>
  group.role !== null || holds(viewer, OVERSEERS, group.path) || (!group.isPrivate && viewer.branchPath.startsWith(group.path));
const leadsGroup = (viewer: Member, group: Grouped) =>
  group.role === "leader" || group.role === "deputy" || holds(viewer, OVERSEERS, group.path);

/**
 * A meeting. `role`: the viewer's own in its group or in one that meets with it (leadership counts in the group it is registered with
 * alone). `duty`: what falls to the viewer in it. `onRoster`: named on its list. `ofBranch`: the viewer's branch, or one that meets with it,
 * lies in its branch's subtree.
 */
export type Met = Grouped &
  Readonly<{
    announcedAt: Date | null;
    openTo: "roster" | "branch";
    onRoster: boolean;
    ofBranch: boolean;
    duty: Readonly<{ chair: boolean; recorder: boolean; leadReader: boolean; judge: boolean }>;
  }>;
const hasDuty = ({ duty }: Met) => duty.chair || duty.recorder || duty.leadReader || duty.judge;
const runsMeeting = (viewer: Member, meeting: Met) => meeting.duty.chair || leadsGroup(viewer, meeting);
const takesPart = (meeting: Met) => meeting.onRoster || meeting.role !== null || hasDuty(meeting);
/** Its contents: what is said, collected and recorded. A private group's are its own and of offices over its branch. */
const seesInside = (viewer: Member, meeting: Met) => takesPart(meeting) || holds(viewer, OVERSEERS, meeting.path);
const seesMeeting = (viewer: Member, meeting: Met): boolean =>
  seesInside(viewer, meeting) || (meeting.announcedAt !== null && meeting.openTo === "branch" && meeting.ofBranch);

type Granted = Placed & Readonly<{ office: OfficeName }>;

const mayGrant = (viewer: Member, grant: Granted) =>
  holds(viewer, ["admin"], grant.path) ||
  (grant.office !== "admin" && grant.office !== "branch_admin" && holds(viewer, ["branch_admin"], grant.path));

type Published = Placed & Readonly<{ publishedAt: Date | null }>;

/** Offices that look after the people of a branch in its study. */
const TENDING: readonly OfficeName[] = ["admin", "organizer", "branch_admin"];

const inProgramme = (viewer: Member, programme: Published) =>
  programme.publishedAt !== null && viewer.branchPath.startsWith(programme.path);

/** Everything anyone may do. If it is not in this table, nobody may do it. */
export const can = {
  /** For verbs about oneself: signed in is enough, the verb reads only the viewer's own rows. */
  beSignedIn: (_viewer: Member) => true,

  openDesk: (viewer: Member) => holdsAny(viewer, DESK),
  seePeople: (viewer: Member) => holdsAny(viewer, ["admin", "branch_admin"]),
  editPerson: (viewer: Member, person: Placed) => holds(viewer, ["admin", "branch_admin"], person.path),
  importPeople: (viewer: Member, top: Placed) => holds(viewer, ["admin", "branch_admin"], top.path),
  editBranch: (viewer: Member, branch: Placed) => holds(viewer, ["admin", "branch_admin"], branch.path),
  /** A branch administrator appoints below the own branch, never beside or above oneself, and never another administrator. */
  grantOffice: mayGrant,
  /** A new code or a disabling is power over the account: only over people whose every office the viewer could give. */
  resetPerson: (viewer: Member, person: Placed & { offices: readonly Granted[] }) =>
    holds(viewer, ["admin", "branch_admin"], person.path) && person.offices.every((held) => mayGrant(viewer, held)),
  /** Between branches of the own subtree; nobody but an administrator moves himself. */
  movePerson: (viewer: Member, move: { personId: number; from: Placed; to: Placed }) =>
    [move.from, move.to].every(({ path }) =>
      holds(viewer, move.personId === viewer.personId ? ["admin"] : ["admin", "branch_admin"], path),
    ),

  readMaterial: (viewer: Member, material: Readable) =>
    material.published && (material.path === null || viewer.branchPath.startsWith(material.path)) && tagged(viewer, material),
  seeMaterialsDesk: (viewer: Member) => holdsAny(viewer, ["admin", "organizer", "reviewer"]),
  editMaterial: (viewer: Member, material: { path: string | null }) =>
    material.path === null
      ? holdsAny(viewer, ["admin", "organizer", "reviewer"])
      : holds(viewer, ["admin", "organizer", "reviewer"], material.path),
  /** Two people: who wrote a wording does not publish it. */
  reviewMaterial: (viewer: Member, material: Authored) =>
    material.createdBy !== viewer.personId &&
    (material.path === null ? holdsAny(viewer, ["admin", "reviewer"]) : holds(viewer, ["admin", "reviewer"], material.path)),

  seeQuestions: (viewer: Member) => holdsAny(viewer, ["admin", "organizer", "reviewer"]),
  seeQuestion: (viewer: Member, question: Banked) =>
    holdsAny(viewer, ["admin", "organizer", "reviewer"]) &&
    isOpenTo(viewer, question) &&
    (question.path === null ||
      viewer.offices.some((held) => question.path?.startsWith(held.path) || held.path.startsWith(question.path ?? ""))),
  editQuestion: (viewer: Member, question: Banked) =>
    isOpenTo(viewer, question) &&
    (question.path === null
      ? holdsAny(viewer, ["admin", "organizer", "reviewer"])
      : holds(viewer, ["admin", "organizer", "reviewer"], question.path)),
  /** Two people: who wrote a version does not publish it. */
  reviewQuestion: (viewer: Member, question: Authored) =>
    question.createdBy !== viewer.personId &&
    (question.path === null ? holdsAny(viewer, ["admin", "reviewer"]) : holds(viewer, ["admin", "reviewer"], question.path)),
  /** A file on its way into the bank: whoever brings it, and the administrators over its place. It holds keys. */
  seeQuestionImport: (viewer: Member, brought: { path: string | null; createdBy: number }) =>
    brought.createdBy === viewer.personId
      ? holdsAny(viewer, ["admin", "organizer", "reviewer"])
      : brought.path === null
        ? holdsAny(viewer, ["admin"])
        : holds(viewer, ["admin"], brought.path),
  makePaper: (viewer: Member, place: Placed) => holds(viewer, ["admin", "organizer"], place.path),

  /** A published set of one's own branch or one above it. */
  practiseSet: (viewer: Member, set: Published & Readonly<{ archivedAt: Date | null }>) =>
    set.publishedAt !== null && set.archivedAt === null && viewer.branchPath.startsWith(set.path),
  /** Sets of practice are made by who makes contests. */
  seeSets: (viewer: Member) => holdsAny(viewer, ["admin", "organizer"]),
  editSet: (viewer: Member, set: Placed) => holds(viewer, ["admin", "organizer"], set.path),
  makeContest: (viewer: Member, place: Placed) => holds(viewer, ["admin", "organizer"], place.path),

  /** Games in a room are made and turned by who makes contests there; whoever holds the office goes on where another host stopped. */
  seeGamesDesk: (viewer: Member) => holdsAny(viewer, ["admin", "organizer"]),
  runGame: (viewer: Member, game: Placed) => holds(viewer, ["admin", "organizer"], game.path),
  /** The branch's people, and its hosts, who may play too. */
  playGame: (viewer: Member, game: Placed) => viewer.branchPath.startsWith(game.path) || holds(viewer, ["admin", "organizer"], game.path),
  /** An arena of duels is made and watched by who makes contests there; its board is for its branch's people. */
  seeArenasDesk: (viewer: Member) => holdsAny(viewer, ["admin", "organizer"]),
  runArena: (viewer: Member, arena: Placed) => holds(viewer, ["admin", "organizer"], arena.path),
  seeArena: (viewer: Member, arena: Placed) =>
    viewer.branchPath.startsWith(arena.path) || holds(viewer, ["admin", "organizer"], arena.path),
  runContest: (viewer: Member, contest: Placed) => holds(viewer, ["admin", "organizer"], contest.path),
  seeContest: (viewer: Member, contest: Audience) =>
    (contest.publishedAt !== null && within(viewer, contest)) || holds(viewer, ["admin", "organizer"], contest.path),
  /** Two people: who proposed a ruling does not approve it. */
  decideRuling: (viewer: Member, ruling: Placed & { proposedBy: number }) =>
    ruling.proposedBy !== viewer.personId && holds(viewer, ["admin", "organizer"], ruling.path),
  enterContest: (viewer: Member, contest: Audience) => contest.publishedAt !== null && within(viewer, contest),
  /** A final on a stage is led by who runs contests of its branch; its buzzers are pressed by whom a side names for it. */
  pressBuzzer: (_viewer: Member, member: Readonly<{ buzzes: boolean }>) => member.buzzes,
  /** Only the person who sits it: an organizer looks at an attempt through the monitor and the archive, never through play. */
  sitAttempt: (viewer: Member, attempt: { personId: number }) => attempt.personId === viewer.personId,

  // completion
  seeReports: (viewer: Member) => holdsAny(viewer, ["admin", "branch_admin", "organizer"]),
  /** How far the people of a branch came with study; whether with their names is the organisation's rule (server/completion/name-access.ts). */
  seeCompletion: (viewer: Member, branch: Placed) => holds(viewer, ["admin", "branch_admin", "organizer"], branch.path),
  /** The figures of a unit of one or two people, which are as good as their names. */
  seeSmallUnits: (viewer: Member, branch: Placed) => holds(viewer, ["admin", "branch_admin"], branch.path),

  // Search: what only an office finds. Members search with `beSignedIn` and find what they may see.
  searchDesk: (viewer: Member) => holdsAny(viewer, ["admin", "branch_admin", "organizer", "reviewer"]),
  // certificates and jobs
  /** Gives, revokes and replaces the certificates of a programme. */
  giveCertificates: (viewer: Member, programme: Placed) => holds(viewer, ["admin", "organizer"], programme.path),
  /** Whose it is; who gives those of its programme; who holds an office over the branch it was given in. */
  seeCertificate: (viewer: Member, certificate: Placed & { personId: number | null; programmePath: string }) =>
    certificate.personId === viewer.personId ||
    [certificate.path, certificate.programmePath].some((path) => holds(viewer, ["admin", "organizer"], path)),
  seeJob: (viewer: Member, job: { createdBy: number | null }) => job.createdBy === viewer.personId || holdsAny(viewer, ["admin"]),

  // Tasks, notices and units that fall behind.
  seeTasks: (viewer: Member) => holdsAny(viewer, LEDGER),
  /** Sees it in the ledger, changes it, takes it back, hands it back: over its branch, or who gave it while in office. */
  runTask: runsTask,
  assignTask: (viewer: Member, place: Placed) => holds(viewer, LEDGER, place.path),
  /** Its owner; for a unit whoever answers for it. */
  reportTask: owesTask,
  /** Evidence: whoever sees the task sees what was shown for it. */
  readTaskFile: (viewer: Member, task: Task) => owesTask(viewer, task) || runsTask(viewer, task),
  /** An organizer excuses within the own programmes only. */
  waiveTask: (viewer: Member, task: Task) =>
    holds(viewer, ["admin", "branch_admin"], task.path) || holds(viewer, ["organizer"], task.programmePath ?? task.path),
  /** Nobody reads another's. */
  readNotice: (viewer: Member, notice: { personId: number }) => notice.personId === viewer.personId,
  /** From above: nobody declares the own branch behind, or caught up again. */
  flagBranch: (viewer: Member, branch: Placed) => holdsAbove(viewer, LEDGER, branch.path),
  seeFlag: (viewer: Member, flag: Placed) => holds(viewer, [...LEDGER, "leader"], flag.path),

  // Programmes and what belongs to them.
  makeProgramme: (viewer: Member, place: Placed) => holds(viewer, ["admin", "organizer"], place.path),
  runProgramme: (viewer: Member, programme: Placed) => holds(viewer, ["admin", "organizer"], programme.path),
  /** One's own, and a template of a branch above one's office. */
  copyProgramme: (viewer: Member, programme: Placed & { kind: string }) =>
    holds(viewer, ["admin", "organizer"], programme.path) ||
    (programme.kind === "template" && holdsBelow(viewer, ["admin", "organizer"], programme.path)),
  seeProgramme: (viewer: Member, programme: Published) =>
    inProgramme(viewer, programme) || holds(viewer, ["admin", "organizer"], programme.path),
  /** How the branches inside a branch of it stand to one another: that branch's own people, and who looks after them. */
  seeRaceInside: (viewer: Member, branch: Placed) => viewer.branchPath.startsWith(branch.path) || holds(viewer, TENDING, branch.path),
  /** Whose tasks it may make: it is published and one's own branch lies in its subtree. */
  takeProgramme: (viewer: Member, programme: Published) => inProgramme(viewer, programme),
  /** Who looks after some of its people: an office over the programme, or over a part of its subtree. */
  tendProgramme: (viewer: Member, programme: Published) =>
    programme.publishedAt !== null && (holds(viewer, TENDING, programme.path) || holdsBelow(viewer, TENDING, programme.path)),
  noteAttendance: (viewer: Member, person: Placed) => holds(viewer, TENDING, person.path),
  keepOpenPoint: (viewer: Member, branch: Placed) => holds(viewer, TENDING, branch.path),

  // Groups and meetings.
  makeGroup: (viewer: Member, place: Placed) => holds(viewer, OVERSEERS, place.path),
  /** An open group is known to the people of its branch's subtree; a private one to its members and the offices over its branch. */
  seeGroup: seesGroup,
  /** A group's, who sees the group; a branch's (`groupId` null), its own people and the offices over it. */
  seeYearbook: (viewer: Member, owner: Grouped & { groupId: number | null }) =>
    owner.groupId === null ? owner.branchId === viewer.branchId || holds(viewer, OVERSEERS, owner.path) : seesGroup(viewer, owner),
  /** What its members do among themselves: plans, votes, the rota. */
  joinIn: (_viewer: Member, group: Grouped) => group.role !== null,
  leadGroup: leadsGroup,
  makeMeeting: (viewer: Member, place: Placed) => holds(viewer, OVERSEERS, place.path),
  /** That it is held, when and where. */
  seeMeeting: seesMeeting,
  seeInsideMeeting: seesInside,
  /** The chair, the group's leader or deputy, and offices over its branch: plan, announce, open, lead, close. */
  runMeeting: runsMeeting,
  takePart: (_viewer: Member, meeting: Met) => takesPart(meeting),
  /** On the list: reply, check in, vote. */
  attendMeeting: (_viewer: Member, meeting: Met) => meeting.onRoster,
  /** Who sees inside; and who holds the code of this minute, to be told whom to ask. */
  checkIn: (viewer: Member, meeting: Met & { holdsCode: boolean }) => meeting.holdsCode || seesInside(viewer, meeting),
  /** Who sees that it is held asks at its door without a code; whoever leads decides. */
  knock: (viewer: Member, meeting: Met & { holdsCode: boolean }) => meeting.holdsCode || seesMeeting(viewer, meeting),
  writeRecord: (viewer: Member, meeting: Met) => meeting.duty.recorder || runsMeeting(viewer, meeting),
  /** A signed record of an open group is read by the branch too (R07). */
  readRecord: (viewer: Member, meeting: Met & { signed: boolean }) =>
    seesInside(viewer, meeting) || (!meeting.isPrivate && meeting.signed && viewer.branchPath.startsWith(meeting.path)),
  signRecord: (_viewer: Member, meeting: Met) => meeting.duty.chair || meeting.duty.recorder,
  judgeForum: (_viewer: Member, meeting: Met) => meeting.duty.judge,
  seeMeetingsDesk: (viewer: Member) => holdsAny(viewer, OVERSEERS),

  /** Over where the person is now. */
  correctPoints: (viewer: Member, person: Placed) => holds(viewer, ["admin"], person.path),
  setPolicy: (viewer: Member) => holdsAny(viewer, ["admin"]),
  seeAudit: (viewer: Member) => holdsAny(viewer, ["admin", "branch_admin"]),
  readComplaints: (viewer: Member) => holdsAny(viewer, ["admin", "branch_admin"]),
  replyComplaint: (viewer: Member, complaint: Placed) => holds(viewer, ["admin", "branch_admin"], complaint.path),

  /**
   * Annotations. A private one is its author's; one of a group its members'; one of a branch is for the people of that very branch and
   * for offices over it. An office holder who is not in a group does not see into it.
   */
  seeAnnotation: seesAnnotation,
  editAnnotation: (viewer: Member, annotation: Annotated) => isOwn(viewer, annotation),
  removeAnnotation: (viewer: Member, annotation: Annotated) =>
    isOwn(viewer, annotation) || (seesAnnotation(viewer, annotation) && holds(viewer, OVERSEERS, annotation.path)),
  removeReply: (viewer: Member, reply: { personId: number; annotation: Annotated }) =>
    isOwn(viewer, reply) || (seesAnnotation(viewer, reply.annotation) && holds(viewer, OVERSEERS, reply.annotation.path)),
  voteAnnotation: (viewer: Member, annotation: Annotated) => !isOwn(viewer, annotation) && seesAnnotation(viewer, annotation),
  settleAnnotation: (viewer: Member, annotation: Annotated) =>
    isOwn(viewer, annotation) || (seesAnnotation(viewer, annotation) && holds(viewer, OVERSEERS, annotation.path)),
  attachAnnotation: (viewer: Member, annotation: Annotated) => isOwn(viewer, annotation) || overseesAnnotation(viewer, annotation),
  seeOpenQuestions: (viewer: Member) => holdsAny(viewer, OVERSEERS),

  /** Reflections. A draft is its author's; handed in, the author's branch and the offices over it read it. */
  seeReflection: (viewer: Member, piece: Written) => (piece.deletedAt === null && isOwn(viewer, piece)) || readsHandedIn(viewer, piece),
  editReflection: (viewer: Member, piece: Written) => piece.deletedAt === null && isOwn(viewer, piece),
  readHandedIn: readsHandedIn,
  overseeReflection: overseesWritten,
  removeComment: (viewer: Member, comment: { personId: number; reflection: Written }) =>
    isOwn(viewer, comment) || overseesWritten(viewer, comment.reflection),
  seeCollection: (viewer: Member, branch: Placed & { id: number }) =>
    branch.id === viewer.branchId || holds(viewer, OVERSEERS, branch.path),
};
