namespace KeyAccount.Core;

/// <summary>A model of the method, seen as the list of its defaults.</summary>
public interface IModel
{
    /// <summary>The stable identifier of the model.</summary>
    string Id { get; }

    /// <summary>The version of the model, which its answers carry; <c>1</c> if nobody has named another.</summary>
    string Version { get; }

    /// <summary>Every default of the model with its provenance.</summary>
    IEnumerable<ModelDefault> Defaults { get; }
}
