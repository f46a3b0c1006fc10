using System.Text.Json.Serialization;

namespace KeyAccount.Core.Rules;

/// <summary>The hit policy of a decision table: how many rules may answer. The words and their meaning are DMN's.</summary>
/// <remarks>Source: Literature, OMG Decision Model and Notation. Of DMN's policies, Rule order is <see cref="Collect"/> here, which keeps
/// the order of the rules; Output order and the aggregations of Collect (sum, minimum, maximum, count) are left to LINQ over the
/// hits.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<HitPolicy>))]
public enum HitPolicy
{
    /// <summary>At most one rule matches; two are a fault of the table.</summary>
    Unique,

    /// <summary>The first rule that matches answers; the order of the rules counts.</summary>
    First,

    /// <summary>Every rule that matches answers.</summary>
    Collect,

    /// <summary>Several rules may match if they advise the same; the first of them answers. Two that advise differently are a fault of the
    /// table.</summary>
    Any,

    /// <summary>Of the rules that match, the one whose advice ranks highest answers; the table lists its advice by rank. Of rules that
    /// advise the same, the first.</summary>
    Priority,
}
