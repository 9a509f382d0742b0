import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import { getFile } from "#server/files/get-file.ts";
import { aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createQuestion } from "./create-question.ts";
import { editQuestion } from "./edit-question.ts";
import { getQuestion } from "./get-question.ts";
import { listQuestions } from "./list-questions.ts";
import { shareQuestion } from "./share-question.ts";
import { submitQuestion } from "./submit-question.ts";
import { uploadMedium } from "./upload-medium.ts";

const aPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

describe("banks", () => {
  test("a private question is its author's alone until it is shared; it cannot be reviewed before, nor taken back after", async () => {
    const world = await aQuestionDesk();
    const { id } = await told(createQuestion, world.author, { ...single(), isPrivate: true });
    expect(await codeOf(getQuestion, world.author, { id })).toBe("done");
    for (const personId of [world.reviewer, world.organizer]) expect(await codeOf(getQuestion, personId, { id })).toBe("not-found");
    expect((await told(listQuestions, world.author, { bank: "private" })).items.map((item) => item.id)).toEqual([id]);
    expect((await told(listQuestions, world.organizer, { bank: "private" })).total).toBe(0);
    expect(await codeOf(createQuestion, world.author, { ...single(), isPrivate: true, submit: true })).toBe("share-first");
    expect(await codeOf(submitQuestion, world.author, { id })).toBe("share-first");
    expect(await codeOf(shareQuestion, world.reviewer, { id })).toBe("not-found");

    expect(await told(shareQuestion, world.author, { id, branchId: world.left })).toEqual({ id, branchId: world.left, isPrivate: false });
    expect(await codeOf(getQuestion, world.leftReviewer, { id })).toBe("done");
    expect(await codeOf(shareQuestion, world.leftReviewer, { id, branchId: world.right })).toBe("not-found");
    expect(await codeOf(shareQuestion, world.reviewer, { id, isPrivate: true })).toBe("not-your-question");
    await told(submitQuestion, world.author, { id });
    expect(await codeOf(shareQuestion, world.author, { id, isPrivate: true })).toBe("already-shown");
  });

  test("somebody who writes the stem of another's private question is not told of it", async () => {
    const world = await aQuestionDesk();
    const question = single();
    await told(createQuestion, world.author, { ...question, isPrivate: true });
    expect(await codeOf(createQuestion, world.author, question)).toBe("already-asked");
    expect(await codeOf(createQuestion, world.reviewer, question)).toBe("done");
  });
});

describe("pictures", () => {
  test("a picture is its question's: another's is refused, and only who was given the question sees it", async () => {
    const world = await aQuestionDesk();
    const { id } = await told(createQuestion, world.author, single());
    const other = await told(createQuestion, world.author, single());
    const { file } = await told(uploadMedium, world.author, { id, file: { name: "图.png", bytes: aPicture } });
    const withPicture = ({ body, ...rest }: ReturnType<typeof single>) => ({
      ...rest,
      body: { ...body, media: [{ file, type: "image", alt: "一面旗" }] },
      from: 1,
    });
    expect(await codeOf(editQuestion, world.author, { ...withPicture(single()), id: other.id })).toBe("no-such-file");
    await told(editQuestion, world.author, { ...withPicture(single()), id });
    const read = { id: file, name: "图" };
    expect(await codeOf(getFile, world.organizer, read)).toBe("done");
    expect(await codeOf(getFile, world.member, read)).toBe("not-found");
    await database("desk")
      .insert(reviewCards)
      .values({ personId: world.member, questionId: id, cause: "quiz", createdAt: new Date(), wrongAt: new Date() });
    expect(await codeOf(getFile, world.member, read)).toBe("done");
  });

  test("what is neither a picture nor a recording is refused at its field", async () => {
    const world = await aQuestionDesk();
    const { id } = await told(createQuestion, world.author, single());
    const pdf = new TextEncoder().encode("%PDF-1.4\n%%EOF");
    expect(await codeOf(uploadMedium, world.author, { id, file: { name: "a.pdf", bytes: pdf } })).toBe("medium-type");
  });
});
