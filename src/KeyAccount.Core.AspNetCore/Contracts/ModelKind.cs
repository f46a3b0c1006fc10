using System.Text.Json.Serialization;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The kind of a model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>A scorecard, which is called by <c>assess</c> and <c>explain</c>.</summary>
    Scorecard,

    /// <summary>A decision table, which is called by <c>decide</c>.</summary>
    DecisionTable,
}
