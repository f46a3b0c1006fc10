using System.Text.Json.Serialization;

namespace KeyAccount.Core.AspNetCore;

/// <summary>What a model is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
public enum ModelKind
{
    /// <summary>A scorecard, which is asked by <c>assess</c> and <c>explain</c>.</summary>
    Scorecard,

    /// <summary>A decision table, which is asked by <c>decide</c>.</summary>
    DecisionTable,
}
