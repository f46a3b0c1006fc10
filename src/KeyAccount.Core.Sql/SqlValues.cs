namespace KeyAccount.Core.Sql;

/// <summary>How a statement holds the numbers and texts of a model.</summary>
public enum SqlValues
{
    /// <summary>As literals: for views, and for engines whose planner uses them.</summary>
    Literals,

    /// <summary>As parameters: the same text for all models of the same shape.</summary>
    Parameters,
}
