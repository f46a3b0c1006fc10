namespace KeyAccount.Tool.Tables;

/// <summary>Where the rows of a table have a field, and how it is read.</summary>
internal sealed record FieldSlot(int Column, NumberColumn? Numbers, DateColumn? Dates);
