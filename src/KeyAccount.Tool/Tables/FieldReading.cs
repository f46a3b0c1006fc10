namespace KeyAccount.Tool.Tables;

/// <summary>The result of reading a field by the format of its column.</summary>
internal enum FieldReading
{
    /// <summary>It has one reading, which was taken.</summary>
    Read,

    /// <summary>It has more than one reading, and the column has not said yet which is right.</summary>
    Undecided,

    /// <summary>It has no reading.</summary>
    Unreadable,
}
