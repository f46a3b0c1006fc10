namespace KeyAccount.Core;

/// <summary>A model of the method, seen as the defaults it is made of.</summary>
public interface IModel
{
    /// <summary>The stable identifier of the model.</summary>
    string Id { get; }

    /// <summary>The version of the model, which stands in what the model says; <c>1</c> where nobody has named another.</summary>
    string Version { get; }

    /// <summary>Every default of the model with where it comes from.</summary>
    IEnumerable<ModelDefault> Defaults { get; }
}
