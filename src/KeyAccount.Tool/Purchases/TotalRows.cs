namespace KeyAccount.Tool.Purchases;

/// <summary>The treatment of rows that hold the total of others.</summary>
internal enum TotalRows
{
    /// <summary>They are pointed out, and nothing is graded.</summary>
    Refused,

    /// <summary>They are left out.</summary>
    LeftOut,

    /// <summary>They are accounts like others.</summary>
    Kept,
}
