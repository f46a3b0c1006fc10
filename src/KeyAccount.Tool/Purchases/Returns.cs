namespace KeyAccount.Tool.Purchases;

/// <summary>The treatment of amounts below zero: returns, credit notes, corrections.</summary>
internal enum Returns
{
    /// <summary>They are taken off the revenue of their account, which may fall below zero.</summary>
    Counted,

    /// <summary>They are not counted.</summary>
    LeftOut,

    /// <summary>They are taken off the purchases of their account, which do not fall below zero; what is left over is not
    /// counted.</summary>
    Netted,
}
