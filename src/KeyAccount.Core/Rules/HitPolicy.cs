namespace KeyAccount.Core.Rules;

/// <summary>How many rules of a decision table may answer; the word and its values are those of DMN.</summary>
/// <remarks>Source: Literature, OMG Decision Model and Notation.</remarks>
public enum HitPolicy
{
    /// <summary>At most one rule matches; two are a fault of the table.</summary>
    Unique,

    /// <summary>The first rule that matches answers; the order of the rules counts.</summary>
    First,

    /// <summary>Every rule that matches answers.</summary>
    Collect,
}
