namespace KeyAccount.Core;

/// <summary>A model of the method, seen as the defaults it is made of.</summary>
public interface IModel
{
    /// <summary>The stable identifier of the model.</summary>
    string Id { get; }

    /// <summary>Every default of the model with where it comes from.</summary>
    IEnumerable<ModelDefault> Defaults { get; }
}
