/** The setting by which Office knows that the add-in's pane opens with the document. */
export const openPaneProperty = 'Office.AutoShowTaskpaneWithDocument';
