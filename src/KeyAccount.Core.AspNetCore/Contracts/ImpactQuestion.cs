using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore;

/// <summary>A portfolio, and settings of models under consideration.</summary>
public sealed record ImpactQuestion
{
    /// <summary>The portfolio.</summary>
    public required Portfolio Portfolio { get; init; }

    /// <summary>The settings by the ids of their models, in the form of a settings file; they are applied on top of those in
    /// force.</summary>
    public required JsonObject Settings { get; init; }
}
