namespace KeyAccount.Tool.Tables;

/// <summary>A column that is looked for: its name in the header, and the option that names another one.</summary>
internal sealed record TableColumn(string Name, string Option, bool IsNeeded = true);
