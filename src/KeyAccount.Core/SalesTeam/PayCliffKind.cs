using System.Text.Json.Serialization;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The cause of a cliff in pay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayCliffKind>))]
public enum PayCliffKind
{
    /// <summary>Pay begins at the threshold with more than nothing.</summary>
    Threshold,

    /// <summary>The curve rises steeply.</summary>
    Step,

    /// <summary>A measure pays only from a certain result of another one on.</summary>
    Gate,
}
