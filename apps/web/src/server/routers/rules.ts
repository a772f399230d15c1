import "server-only";
import { saveReplyCommand } from "@rembuk/domain/cases/canned-replies";
import { saveTemplateCommand } from "@rembuk/domain/cases/message-templates";
import { officeSettingInput, saveOfficeSettingCommand } from "@rembuk/domain/cases/office-commands";
import {
  addCategoryCommand,
  moveCategoryCommand,
  previewMoveInput,
  previewRuleInput,
  saveRuleCommand,
  taskDatesInput,
} from "@rembuk/domain/cases/rule-commands";
import { addCategory } from "@rembuk/services/cases/add-category";
import { moveCategory } from "@rembuk/services/cases/move-category";
import { showOfficeSetting } from "@rembuk/services/cases/office-setting-queries";
import { previewMove } from "@rembuk/services/cases/preview-move";
import { previewRule } from "@rembuk/services/cases/preview-rule";
import { listReplies, listRepliesInput } from "@rembuk/services/cases/reply-queries";
import {
  listRulePlaces,
  listRules,
  ruleHistoryInput,
  ruleTreeInput,
  showRuleHistory,
} from "@rembuk/services/cases/rule-tree-queries";
import { saveOfficeSetting } from "@rembuk/services/cases/save-office-setting";
import { saveReply } from "@rembuk/services/cases/save-reply";
import { saveRule } from "@rembuk/services/cases/save-rule";
import { saveTemplate } from "@rembuk/services/cases/save-template";
import { previewTaskDates } from "@rembuk/services/cases/task-date-queries";
import { listTemplates, listTemplatesInput } from "@rembuk/services/cases/template-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const editor = staffProcedure.meta({ permission: "rules.edit" });

/** Where cases go, how fast, and the prepared words: configuration, never a case's content. */
export const rulesRouter = router({
  places: editor.query(({ ctx }) => listRulePlaces(ctx.service)),
  tree: editor.input(ruleTreeInput).query(({ ctx, input }) => listRules(ctx.service, input)),
  history: editor
    .input(ruleHistoryInput)
    .query(({ ctx, input }) => showRuleHistory(ctx.service, input)),
  // Counts only, read anew at each try: a query that is asked for by hand.
  preview: editor
    .input(previewRuleInput)
    .query(({ ctx, input }) => previewRule(ctx.service, input)),
  taskDates: editor
    .input(taskDatesInput)
    .query(({ ctx, input }) => previewTaskDates(ctx.service, input)),
  save: editor.input(saveRuleCommand).mutation(({ ctx, input }) => saveRule(ctx.service, input)),
  addCategory: editor
    .input(addCategoryCommand)
    .mutation(({ ctx, input }) => addCategory(ctx.service, input)),
  moveCategory: editor
    .input(moveCategoryCommand)
    .mutation(({ ctx, input }) => moveCategory(ctx.service, input)),
  previewMove: editor
    .input(previewMoveInput)
    .query(({ ctx, input }) => previewMove(ctx.service, input)),
  replies: editor
    .input(listRepliesInput)
    .query(({ ctx, input }) => listReplies(ctx.service, input)),
  office: editor
    .input(officeSettingInput)
    .query(({ ctx, input }) => showOfficeSetting(ctx.service, input)),
  saveOffice: editor
    .input(saveOfficeSettingCommand)
    .mutation(({ ctx, input }) => saveOfficeSetting(ctx.service, input)),
  saveReply: editor
    .input(saveReplyCommand)
    .mutation(({ ctx, input }) => saveReply(ctx.service, input)),
  templates: editor
    .input(listTemplatesInput)
    .query(({ ctx, input }) => listTemplates(ctx.service, input)),
  saveTemplate: editor
    .input(saveTemplateCommand)
    .mutation(({ ctx, input }) => saveTemplate(ctx.service, input)),
});
