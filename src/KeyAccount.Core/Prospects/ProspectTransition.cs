using System.Text.Json.Serialization;

namespace KeyAccount.Core.Prospects;

/// <summary>What an event does to a prospect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProspectTransition>))]
public enum ProspectTransition
{
    /// <summary>Nothing: the event is refused.</summary>
    Refuse,

    /// <summary>The key action is answered: done or waived.</summary>
    Answer,

    /// <summary>The prospect is given up.</summary>
    Drop,

    /// <summary>The prospect is taken up again where it stood.</summary>
    Reopen,
}
