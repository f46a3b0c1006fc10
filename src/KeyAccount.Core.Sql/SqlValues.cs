namespace KeyAccount.Core.Sql;

/// <summary>How the numbers and texts of a model stand in a statement.</summary>
public enum SqlValues
{
    /// <summary>As literals: for views, and for engines that look at them when they plan.</summary>
    Literals,

    /// <summary>As parameters: one text for all models of the same shape.</summary>
    Parameters,
}
