using KeyAccount.Core.Terms;

namespace KeyAccount.Core;

/// <summary>The exception for a model that cannot be built, with all its faults at once.</summary>
/// <remarks>Immutable.</remarks>
public sealed class InvalidModelException : ArgumentException
{
    /// <summary>Reports the faults of a model.</summary>
    /// <param name="model">The id of the model.</param>
    /// <param name="faults">Everything that is wrong with it, at least one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="faults"/> is null.</exception>
    public InvalidModelException(string model, IReadOnlyList<ModelFault> faults)
        : base(Describe(model, faults)) => Faults = faults;

    /// <summary>Everything that is wrong, in the order of the definition.</summary>
    public IReadOnlyList<ModelFault> Faults { get; }

    private static string Describe(string model, IReadOnlyList<ModelFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return $"The model '{model}' has {English.Count(faults.Count, "fault")}:{string.Concat(faults.Select(fault => $"\n  {fault}"))}";
    }
}
