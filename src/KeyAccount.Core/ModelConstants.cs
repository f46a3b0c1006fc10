namespace KeyAccount.Core;

/// <summary>Fixed defaults of a room that belong to no scorecard and no table, listed so that their provenance can be read.</summary>
/// <param name="id">The stable identifier.</param>
/// <param name="defaults">The defaults.</param>
internal sealed class ModelConstants(string id, params ModelDefault[] defaults) : IModel
{
    public string Id { get; } = id;

    public string Version => "1";

    public IEnumerable<ModelDefault> Defaults { get; } = defaults;
}
