<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About GradViz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Standard Functions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;h Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All epochs and steps of the selected run in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps of the selected run in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows &amp;Uphill (+∇f)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows, contour levels, colours and the curves&apos; axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the standard functions of the literature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: &amp;Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: &amp;Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: Lo&amp;garithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conto&amp;ur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw +∇f, the way up, instead of −∇f, the way down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export pictures or the trajectories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;ndscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the training where it is, or go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sample forward and its loss back: the chain rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause Trai&amp;ning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture &amp;Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the picture, or everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sl&amp;ice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop computing; what is done so far stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch &amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error of the numerical gradient against h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function along one line, with tangent and secant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function as a map, or as a graph of one variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function as a surface in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient by differences against backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over a plane in the space of all weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples, and what the network makes of the plane around them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View &amp;Options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, gradients and activations of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network takes samples for, and which it confuses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Run {0} is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0}, epoch {1}: loss {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0}: f = {1}, length of the gradient {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs have ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message>
        <source>All samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples are kept back to test with: the Data card sets their share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all samples again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only samples that are taken for another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples that are kept back to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples that the network is trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of {0} to samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of {0} to test samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a sample to see how probable each class is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples with the network&apos;s answers, confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test sample {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move over the cells of the confusion matrix, Enter shows only the samples of a cell, Escape all again. With Shift the arrow keys choose a sample. The Page keys turn the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples to ask the network about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network answers with numbers, not with classes. How near they come to what they should be is shown in the Data tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training sample {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} taken for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of {2} wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxesChoice</name>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which input the picture shows here; the others are held at their mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backprop</name>
    <message>
        <source>Backward: affine {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward: the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward: {2} of layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number here is of this one sample, its loss and its gradient too. A step takes the mean over the {0} samples of its batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number here is of this one sample. A step takes one sample too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward: layer {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward: the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {0} of {1} to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {0} of {1} to train with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends here: no update follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is no weight: the way back ends here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is above 0: ReLU lets the gradient pass as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is not above 0: ReLU stops the gradient here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was answered minus what was right: softmax and cross entropy in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>affine {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}: loss {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken by the step, the mean over {0} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken by the step: its batch is one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {0} of layer {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} moves every weight so, all of them at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} terms with the factor 0 are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, class {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackpropPanel</name>
    <message>
        <source>A sample that is kept back to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample that the network is trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample that is sent through the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackpropView</name>
    <message>
        <source>Backpropagation of one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down choose the unit whose arithmetic is written out, page up and page down the sample.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics: the details, versions, the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log file has them too: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchField</name>
    <message>
        <source>1, a single sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>A bowl stretched along the diagonal, with a condition number of 25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl with ripples: momentum rolls over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curved valley, quick to find and slow to follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deep well, a shallow one and a saddle between: a ball with momentum may cross it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flat valley between four steep corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A funnel full of dents, with a point like a needle at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hundred minima in rows, one of them the lowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local and a global minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ramp along the diagonal with dents in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single hole in a plain: beside it there is no slope to follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tilted bowl, nine times as steep across as along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley bent like a parabola, with a minimum in each arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between its walls only one direction still leads down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bohachevsky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowl of four variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dixon and Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down one way and up the other: descent comes close, waits, and leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elliptic bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far out the ground is level, and descent hardly moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat-bottomed valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four minima of the same depth around one hill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four wells of different depth, one in each quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the right, descent stops at the higher of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goldstein and Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gramacy and Lee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Griewank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills and hollows in rows: guess the surface from the arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levy 13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many minima, each lower than the one before it from the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than two variables: choose which two to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One global minimum between two local ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular dents on a bowl so wide that it hardly shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six minima in three pairs, the lowest in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six powers of ten within one picture: made for a logarithmic scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styblinski and Tang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of two sines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book&apos;s parabola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first function of every book: the gradient points straight away from the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function whose derivatives at 5 and 10 are worked out by differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope at the start is a hundredth of what it is half way down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope never grows small: with a fixed learning rate descent ends up hopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three minima of the same depth along one bent valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three ways down, and no curvature at all where they meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twenty times as steep one way as the other: plain descent zigzags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two unequal wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valley, plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves across two bowls, finest near the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Gaussian well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a classic of calculus courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hyperbolic paraboloid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quadratic form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quartic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made for this catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the 1-norm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueButton</name>
    <message>
        <source>Own function</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>Standard functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <source>No function holds all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the standard functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: name, formula or what it shows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>All schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all {0} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the weights that were left out because it takes long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the differences of every scheme against h, or of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples whose loss is differentiated, by both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees: the relative error ‖numeric − backprop‖ / (‖numeric‖ + ‖backprop‖) over all weights checked is below {0}.
Kink: it is not, but most of the largest difference is gone when every ReLU is held as it is.
Disagrees: it is not, and no kink is to blame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both gradients are equal to the last bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 backward pass, {2}, for all weights about {3}× as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences: {0} evaluations of the loss, {1}; backpropagation: 1 forward and 1 backward pass, {2}, {3}× as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference {0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient has been checked yet: that is done once the cursor rests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU unit {0} of layer {1} changes sign for sample {2} within {3}: the function has a kink there, backpropagation takes one side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So do {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backpropagation of the runs against {0} with h = {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of the runs, {0} with h = {1}, against backpropagation: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left and right arrow keys and the Page keys move h; up and down read out the weights, the worst first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is not a finite number with the weights of this step, so there is no gradient to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This h is too large for {2}: with h = {0} the largest difference is {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This h is too small, rounding makes the difference: with h = {0} the largest is {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>central differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five-point differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of all {0} training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of one sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the {0} samples of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the complex step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} against h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} weights are checked, drawn at random with seed {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of the derivative there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of {2} weights, drawn at random, and the worst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Names that can be completed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Computation</name>
    <message>
        <source>The computation failed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContourView</name>
    <message>
        <source>Arrow keys move the start, with Shift finely; plus and minus zoom, 0 shows the whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the start, or move it with the arrow keys while the map has the focus (Tab); with Shift finely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>A logarithmic axis shows every factor of ten alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of each step&apos;s batch, or of all samples after each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finite values to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the gradient against the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of f against the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without classes there is no accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations of f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations of ∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr from step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes forward and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring every input to mean 0 and deviation 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from a file: a line of headings, numbers, and the class in the last column. It can be dropped here too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables ({0});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} train, {1} test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataError</name>
    <message>
        <source>A table needs at least two columns: an input, and the class last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples are of the class {name}: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} cannot be read: {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has no class in its last column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has {found} columns, the headings have {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {text} is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line has numbers alone: it should name the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has more than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is empty: it needs a line of headings and lines of samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {most} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples below the headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {found} classes in the last column; there can be {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {found} columns; there can be {most}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A desktop laboratory for gradient descent: type a function, set h, learning rate, steps and start, and watch it descend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GradViz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete the word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space in the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: {0}; UCI Machine Learning Repository, {1}, in another file format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descend from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter in a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape in a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonts: Inter and JetBrains Mono, SIL Open Font License 1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the value in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step it by 1-2-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down in a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, screens, folders and the last lines of the log, for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayForm</name>
    <message>
        <source>About how many contour levels: their numbers stay round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All arrows are of one length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows are as long as the gradient is large; the longest are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour arrows by the size of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw everything as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw lines through the pointer, with their values on the axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How contour levels are spread; quantiles have equal areas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many arrows there are along each side of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values become colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointer and curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing of levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of the field, from low values to high ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length follows the logarithm of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What loss and gradient norm are drawn against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Keep This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening it again gives up what is not saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is open in another window too: who saves last, wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>Add Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Batch Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Hyperparameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Learning Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Learning Rate on the Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Noise of Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Number of Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Range of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Test Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change View Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose First Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit First Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch Biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch Standardising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn to Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn to Network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorCurveView</name>
    <message>
        <source>0, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function whose error has what is missing here, in place of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward differences are exact on linear functions: there is no truncation error here, only rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central differences are exact on quadratics: there is no truncation error here, only rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complex step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the gradient against h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of ∇f against h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of ∇f against h: f = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five-point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward differences are exact on linear functions: there is no truncation error here, only rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No truncation error shows at this point, only rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complex step is exact on quadratics and subtracts nothing: there is no error to see here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complex step subtracts nothing: there is no rounding error to grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact derivative is 0 here, so errors are absolute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact gradient has no h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact gradient has no h: it is what the schemes are measured against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact gradient is not finite at this point: there is nothing to measure against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five-point stencil is exact on polynomials up to degree 4: there is no truncation error here, only rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try instead: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any h up to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best h ≈ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f has no finite value at this point, so there is no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding ~ 1/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation ~ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of ∂f/∂{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of ∇f</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>All of ∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the errors in float32 too, dotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the gradient against h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors in single precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partial derivative whose error is drawn, or that of the whole gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorSection</name>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the error against h, or fold it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentError</name>
    <message>
        <source>The function has 1 variable ({names}), but the start point has {found} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has no parameter {name}: it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has no parameter {name}: it has {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({first} to {last}), but the start point has 1 number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({first} to {last}), but the start point has {found} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({names}), but the start point has 1 number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function has {wanted} variables ({names}), but the start point has {found} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is changed twice at step {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter {name} is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of {name} must go from a lower to a higher number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two coordinates of the plane must differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} can be at most {most} characters long, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} can hold at most {most}, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be at least {low}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be between {low} and {high}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be {wanted}, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} needs at least {least}, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} is not a parameter&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps of {runs} runs in {variables} variables are {count} numbers; an experiment can hold {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps of {runs} runs with {weights} weights are {count} numbers; an experiment can hold {most}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A picture has to have a width and a height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {0} by {1} pixels cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture&apos;s name has to end in .png or .svg, not in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with GradViz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>All views in one figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG: an image; SVG: a drawing of lines and words; CSV: a table of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the picture for each pixel of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accuracy curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epochs of all runs as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient norm curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps of {0} as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface becomes an image in the SVG, axes and words do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trajectories of all runs as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written into the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, the picture that is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Axis {0} of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0} of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate {0} of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weight {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size {0} of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initialiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of changes of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of test samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step size h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileError</name>
    <message>
        <source>An experiment file can have {most} MB at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read from {place} on: it is damaged there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more than any experiment does: over {most} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is nested too deeply ({place}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not text in UTF-8 ({place}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of an older format, {version}, and damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was made by a newer GradViz (its format is {version}, this program reads up to {known}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no experiment file of GradViz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} MB: a table has to be smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8: save it as “CSV UTF-8” and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” cannot be “{word}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” holds half a character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” must be {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” must be {wanted}, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” must have {wanted} entries, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>Experiments (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileSide</name>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitError</name>
    <message>
        <source>A batch of {found} cannot be taken from {wanted} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy needs classes, and the data has numbers to meet: take the mean squared error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {found} inputs, the data {wanted}{names}: the first size must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {found} outputs, the data {wanted} classes{names}: the last size must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {found} outputs, the data {wanted} numbers to meet: the last size must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {wanted} weights, not {found}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaDisplay</name>
    <message>
        <source>Copy LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the formula and its gradient as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula and gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more; they are copied too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaError</name>
    <message>
        <source>1 argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comprehension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition is true or false and cannot be used as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition such as `{name} &gt; 0` is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function inside an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a name is missing at `{text}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range of indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single `=` gives a value to a name; it does not compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A star before a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A star before an argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An index has to be a whole number, such as `x[0]`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {limit} variables can be used, from x0 to x{last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commas make this a list; descending needs one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complex numbers are not used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only `numpy` and `math` can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in quotes is not part of a formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character {character} has no place in a formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula cannot be read from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula contains no variable, so there is nothing to descend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula ends too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has {length} characters; at most {limit} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula needs too many operations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indentation of this line does not match the lines around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {index} is out of range for {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left side of `=` has to be a plain name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number `{text}` is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator `{operator}` is not used in formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter `{name}` gets a value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are values, but no formula that uses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one function definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no formula yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function named `{name}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operator inside `{text}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This `{bracket}` closes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This `{bracket}` is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a vector of {count} numbers, where one number is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectors of {first} and {second} numbers do not go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`.{name}` is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`:=`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`^` does not mean a power here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`await`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`yield`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{first}` and `{second}` are different ways to name the variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` does not give a value in every case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` does not take the option `{keyword}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` is a function and needs its arguments in brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` is a variable; it cannot be set to a number here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` is not a function, so it cannot be followed by `(`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` is used before it gets its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` needs a vector, such as `x` or `[x0, x1]`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{name}` takes {expected}, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{text}` is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{word}` is not used in formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least 1 argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be used in a formula.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaHint</name>
    <message>
        <source>A parameter gets its value on a line of its own: `{name} = 1.0`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A power is written `**`, without a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add `else` and the value it has otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line such as `x0**2 + x1**2`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the missing `{closing}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin its last line with `return`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between conditions write `{word}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending needs one number: use `sum(...)` or components such as `x[0]`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean `{meant}`?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every branch needs a value, the case `else` too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factorials are not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinity cannot be used as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the function alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the one that is to be descended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave `print` out: type only what is to be descended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name them all x0, x1, ... or all x, y, z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not equal is written `!=`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers are written `**`, as in `x0**2`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products are written `prod(x)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a formula of several lines into brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing after `{text}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums are written `sum(x**2)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The absolute value is written `abs(x0)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decimal mark is the point, as in `0.5`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is found for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of a division is `u - v*floor(u / v)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start point is set outside the formula; parameters have other names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line has to end with `:`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try `x0**2 + x1**2`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the formula alone, or `def f(x):` with `return` on the next line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the formula without dollar signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the function only; its derivatives are found for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the function only; its gradient is found for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use `log(x + sqrt(x**2 + 1))`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it in `where(condition, 1, 0)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it in `where({text}, 1, 0)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use its components, such as `x[0]`, or `sum(...)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use x0, x1, ... or x, y, z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is needed is there without any import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `!=` to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `*` between what is to be multiplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `&lt;=`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `==` to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `==`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `=` or `==`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `&gt;=`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `atan2(y, x)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `clip(x, low, high)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `floor(u / v)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `sum(x**2)` to sum over a vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `where(condition, value, other)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `{digits}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `{left}*{right}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `{name}(...)`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `{name}({argument})`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write `{name}*(...)` to multiply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionCard</name>
    <message>
        <source>1 variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function of x0, x1, … or x, y; Ctrl+Space lists names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x0**2 + x1**2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} variables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Functions</name>
    <message>
        <source>-1, 0 or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/(1 + exp(-x))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>angle of the point (x, y), written atan2(y, x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cube root, of negative numbers too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(x) - 1, precise near 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse cosine, for -1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse sine, for -1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest whole number not above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(1 + exp(x))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log(1 + x), precise near 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm to base 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm to base 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum(0, x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natural logarithm, for positive numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one value where a condition holds, else another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scalar product of two vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest whole number not below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the larger of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smaller of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x kept between low and high, written clip(x, low, high)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientCard</name>
    <message>
        <source>Backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the chain rule, layer by layer from the loss back: exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far apart the differences take the values of f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the gradient is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hyperparameter</name>
    <message>
        <source>After 1/rate steps half of the learning rate is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many steps the learning rate drops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what the learning rate is multiplied at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what the learning rate is multiplied each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one step goes for a given gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In so many steps the learning rate rises first; 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In so many steps the learning rate rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In so many steps, warm-up included, the learning rate reaches its floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest gradient that the optimizer is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of its velocity that the point keeps at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that remains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the mean gradient kept at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the mean squared gradient kept at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Landmarks</name>
    <message>
        <source>condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ghost of h = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Landscape</name>
    <message>
        <source>At step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss along random directions: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss along the run&apos;s main directions: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss landscape is computed once the training has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {1} training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter-normalised, seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandscapeChoices</name>
    <message>
        <source>Contour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions of the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the part of the plane with the whole run (0, R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over the plane as a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over the plane as a surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed: other numbers draw other random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two directions in which the run&apos;s weights spread most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two random directions, each neuron&apos;s part as long as its own weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message>
        <source>Loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, dragging moves the map, 0 shows the whole run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface of the loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>A ReLU that is 0 lets no gradient back: for these samples it learns nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are the first {0} of the {1} samples of this step; columns are units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are the {0} samples of this step; columns are units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturated: the slope is below 5 % of its largest, so that little gradient returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of the {1} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs of this network are no square picture, so its first weights are none either. Look at them as a matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers are shown once there is a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample of this step is the row; units are columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units saturated for every sample, layer by layer: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that are 0 for every sample, layer by layer: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W{0}: {1} by {2}, mean {3}, deviation {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in units of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {0}, unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}, deviation {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} units are 0 for every sample; {2} % of all values are 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} units are saturated for every sample, {2} % of all values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, to ±{1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersField</name>
    <message>
        <source>A layer can have 1 to {0} units, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size is missing: write them like 2-16-16-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least two sizes are needed, inputs and outputs, as in 2-16-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That takes {0} weights; there can be {1} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be {0} layers at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no size: write them like 2-16-16-3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>A scale that holds for the whole run; else one for each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars as high as the logarithm of the count: rare values are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again with the first weights of the problem, or with drawn ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click, or Enter, changes this weight at step 0: all runs begin with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers there are of each size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all layers; else each layer has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The derivative of the loss by each weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of each layer, W and b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of each unit of the first layer, as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each layer makes of the samples of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at step 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>Layers of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys read out one cell after another; Enter changes a weight.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendRow</name>
    <message>
        <source>Values at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonModel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>All lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the lesson after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the lesson before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again what this lesson opened with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonReader</name>
    <message>
        <source>Hide the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read on: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A formula in a few variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GradViz crashed when it ran last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of a network, in all of its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is descended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>1 weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a number of its own to what each unit gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs, hidden units of each layer, outputs; the ends are given by the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the last hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a hidden layer there is nothing that it would be applied to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkSide</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkSketch</name>
    <message>
        <source>Drawing of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right choose a hidden layer, plus and minus change how many units it has, Insert adds a layer after it, Delete removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit fewer in this layer; with Shift {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit more in this layer; with Shift {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layer {0}, unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkWording</name>
    <message>
        <source>(s − t)², the mean over samples and scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / (1 + e⁻ᵃ): between 0 and 1; its slope is ¼ at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV file: a line of headings, numbers, and the class in the last column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy (book)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal, deviation 0.01: so small that layers hardly tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal, deviation √(1/n) with n inputs: made for Tanh, Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal, deviation √(2/n) with n inputs: made for ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(0, a): lets what is positive through; its slope is 1 or 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh a: between −1 and 1; its slope is 1 at 0 and fades from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−Σ t · log softmax(s), the mean over the samples of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−Σ t · log(softmax(s) + 10⁻⁷), as in Deep Learning from Scratch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseRow</name>
    <message>
        <source>How much the samples scatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the samples scatter; double click for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise of the samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A number is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could mean two numbers. Use one decimal mark and no thousands separators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a finite number, below 1.8e308.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be at least {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be at most {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be between {0} and {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number. Write it like 0.01, 0,01 or 1e-2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number. Write it like 200 or 1e3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too close to 0 for a float, which ends at 5e-324.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>A ball that keeps part of its velocity from step to step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad that forgets: each coordinate is scaled by its recent squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each coordinate slows down with the sum of its squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent: against the gradient, in proportion to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum scaled coordinate by coordinate, corrected for starting from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum that looks ahead: the gradient counts where the velocity is about to lead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimizerState</name>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>&amp;Range…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write {0} into the Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} to {1}; double click for the value in the formula, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to and fro through its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range, reset, write into the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;set to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} counts for; the formula keeps its own number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}; the formula says {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterSliders</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>at ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View options</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneChoice</name>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinate upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which coordinate the picture shows here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the others held at the selected run&apos;s point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneError</name>
    <message>
        <source>A plane needs two weights; this network has {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The random directions of this network lie on one line; the main directions of a run span a plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plane through the final weights: they are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A ring around another: the boundary has to close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slope and an intercept: the loss is a bowl that can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four lengths of a flower tell its species; two of the three overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four points that no straight line parts: it takes a hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-written digits of 8 x 8 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sample and six weights: every number of a step fits on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three arms that wind around one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds that a straight line parts, but for a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simpleNet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move, Enter chooses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangePopup</name>
    <message>
        <source>Highest {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first must be below the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateChanges</name>
    <message>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rate on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run another learning rate from the cursor on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate from {0} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update follows: go back a few steps, or train for more epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the change at step {0} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate from the cursor on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this learning rate from the cursor on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0} (epoch {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} from {1} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: lr from {1} on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>Bring Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GradViz did not end as it should. Bring back “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept at {0}, with what was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionsPanel</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the samples that are kept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the samples that are trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw what the network answers everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misclassified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring the samples that are taken for another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and decision regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Answers of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision regions of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, the arrow keys move the view, 0 shows the whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and decision regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {0}, epoch {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main direction {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misclassified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer: scores are not numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regions where the other inputs are at their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test sample {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train sample {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (standardised)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} {2} + {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} {2} − {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} inputs along their main directions; regions where all else is at the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} inputs along their two main directions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleSection</name>
    <message>
        <source>Change the learning rate from step to step, limit the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule and clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>A gradient longer than the limit is shortened to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part of the gradient is brought between −limit and limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer gets the gradient as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient clipped to length {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts of the gradient clipped to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, clipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunForm</name>
    <message>
        <source>Convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the run is drawn everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line and colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run is called; empty for its optimizer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsCard</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Run Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Run Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsHeader</name>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsList</name>
    <message>
        <source>Up and down choose a run, Space hides or shows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>{0}, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, learning rate {1}, final value {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleFields</name>
    <message>
        <source>How many samples are made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share to test with, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the samples that is kept back to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same samples, test share, first weights and batches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>1/t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate drops by a factor, again and again after as many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate falls along half a wave of a cosine to a floor, and stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate falls by the same factor at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate falls like one over the number of steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate rises in equal steps, then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShowButton</name>
    <message>
        <source>Show: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlicePanel</name>
    <message>
        <source>Against the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction of the slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the line whose slope the numerical gradient takes, and its h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the tangent, the linear function nearest to f at the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the line again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show so little that the triangle of h fills the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice of the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line through the point along which the function is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SliceView</name>
    <message>
        <source>0, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the gradient: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the real line: no secant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minimum on this line in sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 shows the whole again. In one variable the arrow keys move the start, with Shift finely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice of the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact gradient has no h and no secant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is 0 at this step, so there is no direction against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is not finite at this step, so there is no direction against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The point is out of sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has left the range of numbers at this step: no line goes through its point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {0} = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best t = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f after the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f at best t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f at lr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f is not defined here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first minimum t = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h is too small to change x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secant over {0}h, slope {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secant, slope {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step taken, beside this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tangent, slope {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stability</name>
    <message>
        <source>By what factor the error should change in each step, by the curvatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what factor the steps do change near the minimum, before rounding sets in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest curvature at the minimum {0} to the smallest: how narrow it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr {0} is above {1} = {2} of this minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr {0} is within {1} = {2} of this minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate predicted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageDots</name>
    <message>
        <source>Stage {0} of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>How often every run updates its point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the noise added to every part of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop a run where ‖∇f‖ is below this; empty for never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop below ‖∇f‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop ‖∇f‖ &lt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {0} starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>1 run ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing, {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the gradient at the step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the gradient of that loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over the samples of the step shown, its batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected run; all numbers here are its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of f at the step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the descent spent to get to this step: values of f, exact gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training spent to get to this step: losses, passes backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of ∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Arithmetic of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {0} h is too small: {1} + h = {1}, so the quotient says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation over a batch of {0}: L = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation over all samples ({0}): L = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the arithmetic with all digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L is the loss over a batch of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L is the loss over all samples ({0}): {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends here. Go back a step to see how it came here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more coordinates; they are copied too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, step {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} → {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>How far the next point is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the samples to test with are told right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the samples to train with are told right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many passes over the samples are complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates were made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate of the update to the next point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the gradient as measured there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over all samples to test with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over all samples to train with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss over the samples of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope along {0} as measured there, noise included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope along {0} that the optimizer was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of f there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimizer remembers of {0} after k updates: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} after k updates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy All of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run has taken a step yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the selected run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} numbers; the clipboard takes {1}. Export writes all to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Up and down go from step to step, left and right show other columns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Flat point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Draw contour lines below the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw lines at round numbers on the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the logarithm of f as height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How high the surface is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View from above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>A surface needs two variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys orbit, with Shift finely; plus and minus zoom, 0 resets the view, T looks from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface of the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface needs OpenGL, which is not to be had here. All other pictures do without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Ended: epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than a day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} epochs, {2} steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue Trai&amp;ning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every sample is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause Trai&amp;ning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples that each step sees: a number, or “all” (Alt+Down offers some)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingProgress</name>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} elapsed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>/ {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast playing moves through the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over all samples that are complete at this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step that every view shows; drag to move through the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step that every view shows; type one to go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}, column {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing there is not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightChoice</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input it weighs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output it goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights that change most in this step, or one that you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights are worked out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>(f(x) − f(x−h)) / h; error of order h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(f(x+h) − f(x)) / h; error of order h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(f(x+h) − f(x−h)) / 2h; error of order h²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h; error of order h⁴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After step {0} the values still fall: more steps or a larger learning rate go further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in Deep Learning from Scratch: v = m·v − lr·g, x += v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in torch.optim: b = m·b + g, x −= lr·b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {0} adding h no longer changes f, so the difference is 0 although the slope is not: choose a larger h or the exact gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {0} f or its gradient is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step {0} the run leaves the part of the plane shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complex step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing was stopped at step {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five-point stencil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step {0} on the gradient has all but vanished: the run has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step {0} on the run goes off without end: most often the learning rate is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step {0} on the run goes off without end: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step {0} on the run goes to and fro and f falls no further: try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step {0} on the run goes to and fro and f falls no further: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient rounded to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im f(x+ih) / h; error of order h², without cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oscillating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse-mode automatic differentiation: exact but for rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still descending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriteError</name>
    <message>
        <source>Could not write {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
