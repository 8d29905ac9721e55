/**
 * Every text that the server shows in English: menu, toasts, dialogs, sheet names, problems, misuse of a formula,
 * failures. The keys of this file are the keys of every other language. Not here: a metric's own words, which stand in
 * its file, and the sidebar's.
 */
export const SERVER_EN = {
	'menu.open': 'Open funnel',
	'menu.check': 'Check stages',
	'menu.insert': 'Insert formula…',
	'menu.live': 'Make formulas live',
	'menu.refresh': 'Refresh',
	'menu.setUp': 'Set up…',
	'menu.help': 'Help',
	'sidebar.title': 'Sales funnel',

	'sheet.stages': 'Stages',
	'sheet.history': 'Stage history',
	'sheet.copy': 'Deals – {stage}',
	'sheet.report': 'Funnel report',
	'sheet.sample': 'Sample deals',
	'sheet.sampleStages': 'Sample stages',
	'sheet.sampleHistory': 'Sample stage history',
	'sheet.kept': '{sheet} (kept)',
	'deal.unknownStage': 'Unknown stage',
	'report.of': '{sheet} · {period} · as of {date}',
	'report.allTime': 'all time',
	'report.note': 'This area is rebuilt when the report is made again. Your notes to the right and below stay.',
	'report.by': 'By {column}',
	'report.counted': 'How the win rate is calculated',
	'report.basis.all': 'won ÷ all deals',
	'report.basis.closed': 'won ÷ closed deals',
	'report.basis.value': 'won ÷ closed amount',
	'report.basis.salesVelocity': 'per day, from the open deals',
	'report.basis.periodVelocity': 'per day: open at its end, won of those closed in it',
	'report.basis.averageDealSize': 'mean of the won deals',
	'report.basis.salesCycle': 'days, mean of the won deals',
	'report.funnel': 'Funnel',
	'report.trend': 'Win rate of the deals closed in each of 12 months',
	'report.assumed':
		'Estimated: deals whose stages no history shows. They count as having passed every stage before their current one; a lost deal with an unknown stage counts as lost from the first.',
	'report.few': 'Gray: fewer than 20 deals, too few to rely on.',
	'report.stages': 'Deals by stage now',
	'report.deals': 'Deals',
	'report.mean': 'Mean amount: {stages}',
	'template.sheet': 'Stages found in this sheet',
	'stage.open': 'Open',
	'stage.won': 'Won',
	'stage.lost': 'Lost',
	'dropDown.help': 'Choose one of the stages in the sheet “{sheet}”.',

	'toast.kept': 'Kept because something of yours may be in it: {sheets}.',
	'toast.live': '{name} now reads {range} and stays up to date. You can turn this off in the settings.',
	'toast.liveCount':
		'{count} {count:formula now reads|formulas now read} the deal table and {count:stays|stay} up to date.',
	'toast.liveNone': 'All formulas of Stagekeeper are live already.',
	'toast.insideTable':
		'{name} is inside the deal table {range}. Move it beside the table or to another sheet, so that it does not read itself.',
	'toast.refreshed': 'Refreshed: {rows} {rows:deal|deals}, {problems} {problems:problem|problems}.',
	'toast.recording': 'Setup complete. From now on stage changes are recorded in the sheet “{sheet}”.',
	'toast.recordingSome':
		'Setup complete. From now on stage changes are recorded in the sheet “{sheet}”, except those of {count} {count:deal|deals} without {count:its|their} own ID: see “Check” in the sidebar.',
	'toast.noIds':
		'Setup complete. Stage changes are not recorded yet, because the deals have no IDs. Fill them in under “Check” in the sidebar.',
	'heading.dealId': 'Deal ID',
	'stages.added': 'Stage “{stage}” is added.',
	'stages.renamed':
		'“{stage}” is called “{to}” from now on. The old name stays as an alias, so the deals keep their stage and their history.',
	'stages.moved': '“{stage}” moves to position {place}. Steps and conversions are counted in the new order.',
	'stages.reclassified': '“{stage}” becomes {to}. {deals} {deals:deal is|deals are} counted that way.',
	'stages.merged':
		'“{stage}” becomes part of “{to}”: {deals} {deals:deal is|deals are} counted there. The cells and the history stay as they are.',
	'stages.removed':
		'“{stage}” is removed. {deals} {deals:deal is|deals are} in it and will be listed as an unknown stage. The history stays.',
	'kind.open': 'open',
	'kind.won': 'won',
	'kind.lost': 'lost',
	'kind.parked': 'parked',
	'toast.checked':
		'{problems} {problems:problem|problems} in {rows} {rows:deal|deals}. The list is under Check in the sidebar.',
	'toast.checkedNone': 'No problems in {rows} {rows:deal|deals}.',
	'toast.dropDownRefused':
		'Google did not allow the drop-down on the stage column; everything else works. If the column belongs to a table with typed columns, set its type to “None”; if it is protected, ask the owner of the file. Then check the stages again.',
	'help.text':
		'1. Open funnel: confirm the columns and stages of your deal sheet. Nothing is written before that.\n2. Type a formula such as =WIN_RATE() or =STAGE_CONVERSION() into any cell.\n3. Check lists every stage, date or amount that could not be read, with the cell.\n\nEverything stays in this file: no server, no network.',

	'setUp.empty': 'The sheet “{sheet}” is empty. Choose the sheet with your deals.',
	'setUp.onlyHeader': 'The sheet “{sheet}” has headings but no deals. Add a deal, or choose another sheet.',
	'setUp.noStageColumn':
		'No column of “{sheet}” looks like the stage of a deal (New, Proposal, Won, Lost). Headings in row {headerRow}: {headings}. Choose the column, name it “Stage”, or choose another sheet.',
	'setUp.stageTotals':
		'“{sheet}” holds counts, one row per stage (column “{stage}”). Choose the sheet with one row per deal.',
	'setUp.transposed':
		'In “{sheet}” each deal seems to be in a column of its own. The funnel needs one row per deal: copy the table and paste it transposed.',
	'setUp.pivot': '“{sheet}” holds sums of many deals (a pivot table). Choose the sheet with one row per deal.',
	'setUp.stageChanges':
		'“{sheet}” holds stage changes, several rows per deal (column “{id}”). Open the sheet with one row per deal, and import this one as its stage history.',

	'name.atCell': '{sheet}!{cell}',
	'problem.suggestion': 'Replace it with “{suggestion}”?',
	'title.unknownStage': 'Stage not in the list',
	'issue.unknownStage':
		'Stage “{value}” in {cell} is not in the stage list. Choose a listed stage, or add it under Stages.',
	'title.stageSpelling': 'Stage spelled differently',
	'issue.stageSpelling':
		'Stage “{value}” in {cell} is spelled differently from the stage list. It still counts as that stage.',
	'title.missingStage': 'No stage',
	'issue.missingStage': 'The deal in {cell} has no stage. Choose one.',
	'title.unclassifiedStage': 'Ending not classified',
	'issue.unclassifiedStage':
		'Stage “{value}” is in the sheet, but not classified as open, won, lost or parked. Choose its kind under Stages.',
	'title.stageAgainstOutcome': 'Stage and outcome disagree',
	'issue.stageAgainstOutcome':
		'The stage in {cell} and the outcome “{value}” contradict each other. Correct one of them.',
	'title.outcomesDisagree': 'Two columns disagree on the outcome',
	'issue.outcomesDisagree':
		'“{value}” in {cell} says that the deal has ended, but another column of the row disagrees. The stage decides. Correct one of them.',
	'title.openAgainstOutcome': 'Open, but marked as ended',
	'issue.openAgainstOutcome':
		'“{value}” in {cell} says that the deal has ended, but its stage is open. It counts as open. Correct the stage or the cell.',
	'title.endedByOutcome': 'Ended by a column other than the stage',
	'issue.endedByOutcome': '“{value}” in {cell} ends the deal, although its stage is open. It counts as “{stage}”.',
	'title.formulaError': 'Formula error',
	'issue.formulaError': '{cell} shows the formula error {value}. Its value is left out until the formula works.',
	'title.notADate': 'Not a date',
	'issue.notADate': '“{value}” in {cell} is not a date. The deal is left out of day counts. Write it as 2026-03-31.',
	'title.ambiguousDate': 'Date can be read in two ways',
	'issue.ambiguousDate':
		'“{value}” in {cell}: day and month cannot be told apart in this column. Write the date as 2026-03-31.',
	'title.dateOrderAssumed': 'Day or month first?',
	'issue.dateOrderAssumed':
		'“{value}” in {cell} is read as {read}, but may be {other}. Nothing in the table tells which. {count} {count:cell has|cells have} this form. If the reading is wrong, write the dates as 2026-03-31.',
	'title.swappedDate': 'Day and month swapped',
	'issue.swappedDate':
		'The date {value} in {cell} is read as {read}: a program seems to have read days up to 12 as months and left the other dates as text. If that is wrong, write the dates of this column as 2026-03-31.',
	'title.serialOutOfRange': 'Number instead of a date',
	'issue.serialOutOfRange': 'The number {value} in {cell} is not a date. Write the date as 2026-03-31.',
	'title.closedBeforeCreated': 'Closed before created',
	'issue.closedBeforeCreated':
		'The close date {value} in {cell} is before the creation date. The deal is left out of the sales cycle. Correct one of the dates.',
	'title.createdInFuture': 'Created in the future',
	'issue.createdInFuture': 'The creation date {value} in {cell} is in the future. Correct the date.',
	'title.closedInFuture': 'Closed in the future',
	'issue.closedInFuture':
		'The close date {value} in {cell} of a closed deal is in the future. Correct the date, or move it to the expected close date.',
	'title.closedWhileOpen': 'Close date on an open deal',
	'issue.closedWhileOpen':
		'The deal is open but has the close date {value} in {cell}. Close the deal, or clear the date.',
	'title.closedWithoutDate': 'Closed without a date',
	'issue.closedWithoutDate':
		'The deal in {cell} is closed but has no close date. It is left out of the sales cycle. Enter the date.',
	'title.notAnAmount': 'Not an amount',
	'issue.notAnAmount': '“{value}” in {cell} is not an amount. It is left out of sums. Write a number.',
	'title.negativeAmount': 'Negative amount',
	'issue.negativeAmount': 'The amount {value} in {cell} is negative. Check it.',
	'title.hugeAmount': 'Very large amount',
	'issue.hugeAmount': 'The amount {value} in {cell} is larger than a trillion. Check it.',
	'title.inexactAmount': 'Amount not exact',
	'issue.inexactAmount': 'The amount {value} in {cell} has more digits than a number can hold exactly.',
	'title.amountUnitUnclear': 'Unit of an amount unclear',
	'issue.amountUnitUnclear':
		'The heading “{heading}” names a unit, and {value} in {cell} seems to be written out in full. {scaled:It was still multiplied by the unit: correct the amount if that is wrong.|The amounts of this column are not multiplied by the unit: if that is wrong, take the unit out of the heading and write it beside the amounts.}',
	'title.mostRowsLeftOut': 'Most rows are left out',
	'issue.mostRowsLeftOut':
		'Only {deals} {deals:row was|rows were} read as deals, and {rows} as totals, notes or another table. Check the header row and the columns in the setup.',
	'title.severalPipelines': 'Several pipelines in one table',
	'issue.severalPipelines':
		'The column “{heading}” holds {count} pipelines, each with its own stages ({list}). Filter by it: a funnel of all of them counts deals in stages that they never go through.',
	'title.mixedCurrencies': 'Several currencies',
	'issue.mixedCurrencies':
		'The amounts are in several currencies ({value}). They are never added up; {shown:only their number formats tell them apart, and formulas do not see those: write the currency into a column of its own, or type the one that all are in under Settings, Currency.|filter by one currency.}',
	'title.otherCurrencyShown': 'Number format of another currency',
	'issue.otherCurrencyShown':
		'The number format of {cell} shows {shown}, but formulas see the bare number {value} and count it as {counted}. Correct the format, or write the currency into a column of its own.',
	'title.zeroOnOpenDeal': 'Zero on an open deal',
	'issue.zeroOnOpenDeal':
		'The open deal in {cell} has the amount 0. Enter the amount, or clear the cell when it is not known yet.',
	'title.placeholderText': 'Placeholder instead of a value',
	'issue.placeholderText':
		'“{value}” in {cell} is a placeholder. It is read as blank; clear the cell or enter the value.',
	'title.probabilityOutOfRange': 'Probability out of range',
	'issue.probabilityOutOfRange':
		'The probability {value} in {cell} is not between 0 and 100%. It is not used. Correct it.',
	'title.probabilityUnitUnclear': 'Probability unit unclear',
	'issue.probabilityUnitUnclear':
		'The probability {value} in {cell} could be a share or a percentage. Write it with a percent sign.',
	'title.duplicateId': 'ID used twice',
	'issue.duplicateId':
		'The ID “{value}” in {cell} is used by more than one deal. All of them are counted, but their stage history is not recorded. Give each deal its own ID.',
	'title.dealLines': 'Several rows per deal',
	'issue.dealLines':
		'IDs repeat from {cell} on: {deals} deals have {rows} rows, and each row is counted as a deal. Count each deal once. {same:Its rows have the same amount, so take that once|Its rows have different amounts, so add them}.',
	'title.dealLinesRead': 'Rows counted as part of a deal',
	'issue.dealLinesRead':
		'From {cell} on, {rows} {rows:row belongs|rows belong} to {deals} {deals:deal|deals} above with the same ID. Each deal is counted once, with {sum:the sum of its amounts|the amount of its first row}.',
	'title.dealLineDiffers': 'Row that differs from its deal',
	'issue.dealLineDiffers':
		'“{value}” in {cell} differs from the first row of this deal (“{first}” in row {other}). Make the rows agree; if they are different deals, give each its own ID.',
	'title.missingId': 'No ID',
	'issue.missingId': 'The deal in {cell} has no ID, so its stage history is not recorded. Enter an ID.',
	'title.idNumberAndText': 'ID as number and as text',
	'issue.idNumberAndText':
		'The ID {value} in {cell} is a number in one row and text in another. They count as different IDs. Use one form.',
	'title.duplicateHeading': 'Heading used twice',
	'issue.duplicateHeading':
		'The heading “{value}” in {cell} is used by more than one column, and only one of them is read. Rename the other.',
	'title.repeatedHeadings': 'Repeated headings',
	'issue.repeatedHeadings': 'The row at {cell} repeats the headings and is not counted as a deal.',
	'title.stageWithoutName': 'Row of the stage list without a name',
	'issue.stageWithoutName':
		'The row at {cell} holds “{value}” and no stage name, so it is not used. Enter a name, or clear the row.',
	'title.stageKindUnknown': 'Stage of unknown kind',
	'issue.stageKindUnknown':
		'The kind “{value}” of the stage “{stage}” in {cell} is unknown, so the stage is not in the list and its deals count as an unknown stage. Write open, won, lost or parked.',
	'title.stageProbabilityUnreadable': 'Stage probability unreadable',
	'issue.stageProbabilityUnreadable':
		'“{value}” in {cell} is not a probability between 0 and 100%. The stage “{stage}” counts with 0%. Correct it.',
	'title.stageProbabilityUnclear': 'Stage probability unclear',
	'issue.stageProbabilityUnclear':
		'The probability {value} of the stage “{stage}” in {cell} could be a share or a percentage. Write it with a percent sign.',
	'title.stageDaysUnreadable': 'Usual days unreadable',
	'issue.stageDaysUnreadable':
		'“{value}” in {cell} is not a number of days. The stage “{stage}” has no usual days until it is corrected.',
	'title.totalsRow': 'Totals row',
	'issue.totalsRow': 'The row at {cell} looks like a total (“{value}”) and is not counted as a deal.',
	'title.otherTable': 'Another table below the deals',
	'issue.otherTable': 'The row at {cell} (“{value}”) belongs to another table and is not counted as a deal.',
	'title.prefilledRows': 'Rows without a deal',
	'issue.prefilledRows':
		'{count} {count:row|rows} at {cell}, up to row {lastRow}, {count:holds|hold} only “{value}” and no deal. {count:It is|They are} left out until a deal is entered there.',
	'title.noteRow': 'Note or name of a group',
	'issue.noteRow':
		'The row at {cell} (“{value}”) holds a note or the name of a group and is not counted as a deal. If it is a deal, complete the row.',

	'misuse.nearest': 'Did you mean "{nearest}"?',
	'misuse.unknownWord': '"{word}" is not a word of this function, a stage or a column heading.',
	'misuse.ambiguousWord': '"{word}" can mean more than one thing here. Write {spellings}.',
	'misuse.notForThisFunction': 'this function does not take "{word}".',
	'misuse.missingArgument': '"{word}" needs a value after it.',
	'misuse.notARange': '"{word}" needs a range after it, for example Stages!A1:H.',
	'misuse.unexpectedRange':
		'argument {position} is a range, but only the first argument is the deal table. Use one cell or a word.',
	'misuse.conflictingWords': '"{first}" and "{second}" cannot be used together. Leave one out.',
	'misuse.repeatedWord': '"{word}" appears twice. Leave one out.',
	'misuse.unknownStage': '"{word}" is not in the stage list.',
	'misuse.unknownColumn': 'there is no column "{word}".',
	'misuse.tooManyStages': 'at most {limit} {limit:stage|stages} can be named; "{word}" is one too many.',
	'misuse.stageOrder': '"{second}" does not come after "{first}" in the funnel. Swap them.',
	'misuse.lastStage': '"{word}" is the end of the funnel, and no stage comes after it. Name an earlier one.',
	'misuse.stageOutsideFunnel':
		'"{word}" is a lost or parked stage and has no place in the funnel. Name an open stage or the won stage.',
	'misuse.notANumber': '"{word}" needs a number above 0 after it, not "{value}".',
	'misuse.unexpectedNumber': 'the number {value} has no meaning here. Leave it out.',
	'misuse.missingNumber': 'a number is missing, for example the target 250000.',
	'misuse.negativeNumber': '{value} is below 0. Write a target such as 250000.',
	'misuse.notAWord': '{value} is neither text nor a number.',
	'misuse.badPeriod':
		'"{value}" is not a period. Write "2026-Q1", "2026-03", "2026", "2026-01-01..2026-03-31" or "last 90 days".',
	'misuse.badPeriods': '"periods" needs a whole number from 1 to {limit} after it, not "{value}".',
	'misuse.badCohort': '"{value}" cannot follow "cohort". Write "created" or "closed".',
	'misuse.badAgainst': '"{value}" cannot follow "against". Write "previous".',
	'misuse.unknownMetric': '"{value}" is not the name of a function of Stagekeeper.',
	'misuse.missingColumn':
		'the column “{field}” is not set. Choose it under Extensions → Stagekeeper → Open funnel, Settings.',
	'misuse.missingHistory': 'this needs a stage history, and there is none yet.',
	'misuse.needsDeals':
		'this needs the individual deals, and the range holds only statistics. Use the range of the deals.',
	'misuse.notCounted':
		'the statistics in this range do not include "{word}". Count them again with it, or use the range of the deals.',
	'misuse.amountsNotListed':
		'the statistics in this range hold sums of the smaller amounts, and single amounts would matter in a period this short. Ask for longer periods, or use the range of the deals.',
	'misuse.badStatistics':
		'row {row} of the statistics in this range cannot be read. Import them again, complete and unchanged.',
	'misuse.mixedCurrencies':
		'the amounts are in several currencies ({currencies}) and cannot be added up. Filter by the currency column.',
	'misuse.badAsOf': '"{value}" after "as of" is not a date. Use a cell with a date, or text such as "2026-03-31".',
	'misuse.noTable': 'no deal table in this range: it needs a header row with a stage column, and deals below it.',
	'misuse.noHeadings': 'the range begins with a deal. Start it at the header row (row {row} of the deal sheet).',
	'misuse.noStages':
		'the range after "stages" is not a stage list. Use the whole Stages sheet, for example Stages!A1:H.',
	'misuse.noHistory':
		'the range after "history" is not a stage history: it needs headings for the deal ID, the stage and the time. Use the history sheet, for example \'Stage history\'!A1:J.',
	'misuse.notSetUp':
		'Stagekeeper is not set up in this file yet. Open Extensions → Stagekeeper → Open funnel and confirm the columns; then this formula works.',

	'field.id': 'ID',
	'field.name': 'Name',
	'field.stage': 'Stage',
	'field.status': 'Status',
	'field.amount': 'Amount',
	'field.currency': 'Currency',
	'field.created': 'Created',
	'field.closed': 'Closed',
	'field.expectedClose': 'Expected close',
	'field.owner': 'Owner',
	'field.source': 'Source',
	'field.reason': 'Reason',
	'field.probability': 'Probability',
	'field.lostFrom': 'Lost from',

	'failure.timedOut':
		'Google Sheets did not answer in time. If you were changing something, it may have been done: look before you repeat it.',
	'failure.busy': 'Google Sheets is busy. Nothing was changed; wait a moment and try again.',
	'failure.dailyQuota': 'Google’s limit for today is used up. Nothing was changed; try again tomorrow.',
	'failure.lockTimeout':
		'Someone else is changing this file through Stagekeeper right now. Nothing was changed; try again in a moment.',
	'failure.storageFull':
		'The storage for settings in this file is full. Nothing was saved; remove ignored problems or other add-ons’ data.',
	'failure.valueTooLarge': 'The settings are too large for this file. Nothing was saved; remove ignored problems.',
	'failure.protectedCells': 'These cells are protected. Ask the owner of the file to let you edit them.',
	'failure.validationRefused':
		'A strict rule on these cells refused the value. Nothing was changed; allow other values in Data → Data validation.',
	'failure.cellLimit': 'The file has reached Google’s limit of 10 million cells. Remove unused rows or sheets.',
	'failure.textTooLong':
		'A text is longer than the 50,000 characters that a cell can hold. Nothing was changed; shorten it.',
	'failure.sheetChanged': 'The sheet changed while we were reading it. Refresh and try again.',
	'failure.sheetGone': 'A sheet was deleted while we were working. Refresh and try again.',
	'failure.sheetExists': 'A sheet with this name exists already. Rename it and try again.',
	'failure.typedColumn':
		'This column belongs to a table with typed columns, and Google refused the change. Set the column’s type to “None” and try again.',
	'failure.noUserInterface': 'This can only be done from the open spreadsheet. Open it and use the menu.',
	'failure.authorization':
		'Google did not allow this. Reload the file; when you are signed in to several accounts, use a window with this account only.',
	'failure.unknown':
		'Something went wrong at Google (“{detail}”). If you were changing something, it may have been done: look before you repeat it.',
	'failure.badStatistics':
		'Row {row} of the statistics in “{sheet}” cannot be read. Import them again, complete and unchanged.',
	'failure.notCounted':
		'The statistics do not include “{word}” together with the rest. Choose one filter, or count them again with it.',
	'failure.notSetUp':
		'Stagekeeper is not set up in this file yet. Open Extensions → Stagekeeper → Open funnel and confirm the columns.',
	'failure.dealSheetGone': 'The deal sheet “{sheet}” is gone. Bring it back, or choose another sheet.',
	'failure.stageColumnGone': 'The stage column “{heading}” is no longer in “{sheet}”. Choose the column again.',
	'failure.stagesSheetGone':
		'The sheet with the stage list is gone. Bring it back, or set up again to create a new one.',
	'failure.settingsDamaged':
		'The settings stored in this file cannot be read. The last good copy is used and nothing is saved; reset the settings to start again. Your sheets stay.',
	'failure.settingsNewer':
		'The settings were written by a newer version of Stagekeeper. Nothing is saved here; reload the file to get the new version.',
	'failure.settingsTooLarge':
		'The settings are too large for this file ({size} of {limit} characters). Nothing was saved; ignore fewer problems.',
	'failure.badRequest':
		'The request could not be understood ({what}). Nothing was changed; close the sidebar and open it again.',
	'failure.badStages': 'The list in the sheet “{sheet}” cannot be used. Correct it there, or set up again.',
	'failure.sameStageName': 'The stages “{first}” and “{second}” have the same name. Rename one of them.',
	'failure.noWonStage': 'No stage is marked as won. Mark one.',
	'failure.noOpenStage': 'No stage is marked as open. Mark one.',
	'failure.emptyStageName': 'Stage {position} has no name. Enter one, or remove it.',
	'failure.stagesChanged':
		'The stage list was changed in the meantime: {changes}. Nothing was saved. Load it, review it, and make your change again.',
	'failure.settingsChanged':
		'Someone changed this setting in the meantime: {changes}. Nothing was saved. Load it, and choose again.',
	'failure.setUpChanged':
		'The sheet or its setup was changed in the meantime: {changes}. Nothing was saved. Review what is found now, and confirm that.',
	'failure.stageTextTooLong':
		'“{text}…” has {length} characters, and at most {limit} fit there. Nothing was changed. Shorten it.',
	'failure.tooManyStages': 'The list has {count} stages, and at most {limit} fit. Nothing was changed. Remove some.',
	'failure.stageNotKept':
		'The stage “{stage}” could not be read back unchanged from the Stages sheet. Nothing was changed. Give it another name.',
	'failure.badFormula': 'This formula cannot be written: {problem}',
	'failure.stageGone': 'This stage is no longer in the list. Refresh and choose another one.',
	'failure.filterElsewhere':
		'The sheet already has a filter on {range}, which does not include the stage column. Remove that filter, then filter again. Nothing was changed.',
	'failure.filterInUse':
		'The stage column already has a filter of your own. Clear it in the column’s heading, then filter again. Nothing was changed.',
	'failure.notSample':
		'The sample sheet holds deals of yours, so it is not removed. Move them to another sheet first, or keep the sheet and set up again. Nothing was changed.',
	'failure.filterRefused':
		'Google does not let an add-on filter here, most likely because the deals are a table with typed columns. Filter the stage column from its own menu. Nothing was changed.',
	'failure.notInstalled':
		'Google does not let this script store settings in this file. Install Stagekeeper as an add-on, or open the script from this spreadsheet’s menu Extensions → Apps Script and push it there. Nothing was changed.',
	'failure.dropDownRefused':
		'Google did not allow the drop-down on the stage column; everything else works. If the column belongs to a table with typed columns, set its type to “None”; if it is protected, ask the owner of the file. Then check the stages again.',
	'failure.cellInsideTable': '{cell} is inside the deal table. Choose a cell beside it or on another sheet.',
	'failure.formulaColumn':
		'The formula in {cell} fills the ID column, and an ID written into it would break the formula. Let the formula give every deal an ID, or replace it with its values.',
	'failure.noIdColumn': 'The deals have no IDs, so their stage changes cannot be told apart. Fill in the IDs first.',
	'failure.badHistory':
		'The sheet “{sheet}” is not a table of stage changes: it needs headings for the deal ID, the stage and the time. Nothing was imported.',
	'failure.badImport': 'This is not an export of Stagekeeper’s settings. Nothing was changed.',
} as const;

export type ServerKey = keyof typeof SERVER_EN;
export type ServerTexts = Readonly<Record<ServerKey, string>>;
