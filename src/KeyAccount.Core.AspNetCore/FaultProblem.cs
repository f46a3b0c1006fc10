using Microsoft.AspNetCore.Mvc;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Problem details (RFC 9457) with every fault of what was sent.</summary>
public sealed class FaultProblem : ProblemDetails
{
    /// <summary>The name of the member <see cref="Faults"/>.</summary>
    internal const string Member = "faults";

    /// <summary>Every fault with its path in the request; empty if the problem is of another kind.</summary>
    public IReadOnlyList<ModelFault> Faults { get; init; } = [];

    /// <summary>The problem in the form in which it is written: with the faults among the extensions, so that what a host adds to problems
    /// is there too.</summary>
    internal static ProblemDetails Of(int status, string title, string detail, IReadOnlyList<ModelFault>? faults = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (faults is not null)
            problem.Extensions[Member] = faults;
        return problem;
    }
}
