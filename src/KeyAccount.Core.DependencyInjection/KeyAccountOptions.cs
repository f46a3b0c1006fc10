using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>What is configured of the models: for everybody under the default name, for a tenant under the tenant's name.</summary>
/// <remarks>
/// <para>A tenant's options lie over those of everybody: what they leave out is as it is for everybody.</para>
/// <para>Made as all options of .NET are: the section given to <c>AddKeyAccount</c> fills <see cref="Models"/>, and <c>Configure</c> and
/// <c>PostConfigure</c> may change everything. Not safe to share between threads while being configured; not to be changed later.</para>
/// </remarks>
public sealed class KeyAccountOptions
{
    /// <summary>Settings of scorecards by the ids of their models, as a section <c>Models</c> holds them.</summary>
    public IDictionary<string, ScorecardSettings> Models { get; } = new Dictionary<string, ScorecardSettings>(StringComparer.Ordinal);

    /// <summary>The models of reviews before any settings; null for those of everybody, and there for the ready ones of the
    /// library.</summary>
    public ReviewModels? Review { get; set; }
}
