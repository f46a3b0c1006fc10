using BenchmarkDotNet.Running;
using KeyAccount.Core.Benchmarks;

// "ratios" is the quick answer, everything else is BenchmarkDotNet's.
if (args is ["ratios"])
    return Ratios.Print(Console.Out) ? 0 : 1;
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
