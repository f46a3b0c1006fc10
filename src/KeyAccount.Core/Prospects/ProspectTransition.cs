using System.Text.Json.Serialization;

namespace KeyAccount.Core.Prospects;

/// <summary>The effect of an event on a prospect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProspectTransition>))]
public enum ProspectTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>The key action is answered: done or waived.</summary>
    Answer,

    /// <summary>The prospect is given up.</summary>
    Drop,

    /// <summary>The prospect is taken up again at the same step.</summary>
    Reopen,
}
