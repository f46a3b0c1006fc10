namespace KeyAccount.Core.Documents;

/// <summary>How much a document tells.</summary>
public enum Detail
{
    /// <summary>What matters first, on a screen or two; what is left out is counted.</summary>
    Brief,

    /// <summary>Everything, with every reason.</summary>
    Full,
}
